using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NudgeBot.Storage;

namespace NudgeBot.Channels.Slack.Accounts;

/// <summary>How far the reading of a workspace's whole directory has come, so that it goes on there after a restart.</summary>
internal sealed class SlackRoster : ITenantOwned
{
    public string WorkspaceId { get; init; } = null!;

    /// <summary>The workspace of an organisation that is being read; null where there is only one, and before the first.</summary>
    public string? TeamId { get; set; }

    /// <summary>Slack's mark of the next page; null for the first.</summary>
    public string? Cursor { get; set; }

    /// <summary>When it was last read to the end, UTC; null before.</summary>
    public DateTimeOffset? ReadAt { get; set; }

    private sealed class Map : IEntityTypeConfiguration<SlackRoster>
    {
        public void Configure(EntityTypeBuilder<SlackRoster> builder) => builder.ToTable("slack_rosters").HasKey(row => row.WorkspaceId);
    }
}
