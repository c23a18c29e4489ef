using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NudgeBot.Storage;

namespace NudgeBot.Delivery;

/// <summary>Something that falls due: the one truth about what happens when. Handled by the <see cref="IScheduled"/> of its kind.</summary>
internal sealed class Schedule : ITenantOwned
{
    public string WorkspaceId { get; init; } = null!;

    public required string Kind { get; init; }

    /// <summary>The member, or an empty text where it is the workspace's or a channel's.</summary>
    public required string MemberId { get; init; }

    /// <summary>What in particular: a channel's id, or an empty text where the member has only one of the kind.</summary>
    public required string Subject { get; init; }

    /// <summary>The instant of the workspace's clock, UTC.</summary>
    public required DateTimeOffset DueAt { get; set; }

    /// <summary>How often handling it failed since it last succeeded.</summary>
    public int Failures { get; set; }

    private sealed class Map : IEntityTypeConfiguration<Schedule>
    {
        public void Configure(EntityTypeBuilder<Schedule> builder)
        {
            builder.ToTable("schedules").HasKey(row => new { row.WorkspaceId, row.Kind, row.MemberId, row.Subject });
            // The worker asks every second what is due anywhere, and needs to read nothing else for it.
            builder.HasIndex(row => new { row.DueAt, row.WorkspaceId });
            builder.HasIndex(row => new { row.WorkspaceId, row.DueAt });
        }
    }
}
