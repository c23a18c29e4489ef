using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Circle;

/// <summary>What one change of the circle did to one person, kept for a day so that it can be put back.</summary>
internal sealed class CircleChange : IMemberOwned
{
    public string WorkspaceId { get; init; } = null!;

    public string MemberId { get; init; } = null!;

    /// <summary>The same for all persons that changed together.</summary>
    public required Guid ChangeId { get; init; }

    public required Guid PersonId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The <see cref="Standing"/> before as JSON; null when the person was not in the circle.</summary>
    public required string? Before { get; init; }

    /// <summary>The same after it.</summary>
    public required string? After { get; init; }

    private sealed class Map : IEntityTypeConfiguration<CircleChange>
    {
        public void Configure(EntityTypeBuilder<CircleChange> builder)
        {
            builder.ToTable("circle_changes").HasKey(row => new { row.WorkspaceId, row.MemberId, row.ChangeId, row.PersonId });
            builder.HasOne<Person>().WithMany().HasForeignKey(row => new { row.WorkspaceId, row.MemberId, row.PersonId });
        }
    }
}
