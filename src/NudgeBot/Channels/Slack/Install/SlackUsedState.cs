using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NudgeBot.Channels.Slack.Install;

/// <summary>An installation that somebody came back from Slack for, so that nobody comes back for it a second time. It has no workspace yet.</summary>
internal sealed class SlackUsedState
{
    /// <summary>SHA-256 of the state, in hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>When the state would have ended anyway.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    private sealed class Map : IEntityTypeConfiguration<SlackUsedState>
    {
        public void Configure(EntityTypeBuilder<SlackUsedState> builder) => builder.ToTable("slack_used_states").HasKey(row => row.Hash);
    }
}
