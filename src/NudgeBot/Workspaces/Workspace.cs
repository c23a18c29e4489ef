using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NudgeBot.Storage;

namespace NudgeBot.Workspaces;

/// <summary>A tenant: a Slack workspace or Enterprise Grid organisation, a Teams tenant, or the built-in <c>local</c> one.</summary>
internal sealed class Workspace : ITenantOwned
{
    public string WorkspaceId { get; init; } = null!;

    /// <summary>The adapter that serves it.</summary>
    public required string Channel { get; init; }

    /// <summary>What people call it; empty where the platform does not tell.</summary>
    public required string Name { get; set; }

    public required DateTimeOffset InstalledAt { get; init; }

    /// <summary>When NudgeBot was removed from it; nothing is done for it from then on. Null while it is installed.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>How far the workspace's clock runs ahead; never other than zero but in the built-in workspace.</summary>
    public TimeSpan ClockOffset { get; set; }

    /// <summary>The process that serves it now, and until when (of the machine's clock) it may be believed to be alive.</summary>
    public string? LeaseHolder { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }

    private sealed class Map : IEntityTypeConfiguration<Workspace>
    {
        public void Configure(EntityTypeBuilder<Workspace> builder)
        {
            builder.ToTable("workspaces").HasKey(row => row.WorkspaceId);
            // Those that others serve, or nobody any more, are told from all the others without reading these.
            builder.HasIndex(row => row.LeaseUntil);
            builder.HasIndex(row => row.RemovedAt);
            builder.Property(row => row.ClockOffset).HasConversion(offset => offset.Ticks, ticks => TimeSpan.FromTicks(ticks));
        }
    }
}
