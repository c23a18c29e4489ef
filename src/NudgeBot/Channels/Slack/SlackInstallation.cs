using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NudgeBot.Storage;

namespace NudgeBot.Channels.Slack;

/// <summary>
/// NudgeBot's place in one workspace or in one Enterprise Grid organisation: its tokens and its own account there. The tenant's id is
/// the team's (<c>T…</c>), or the organisation's (<c>E…</c>) where that installed it as a whole.
/// </summary>
internal sealed class SlackInstallation : ITenantOwned
{
    public string WorkspaceId { get; init; } = null!;

    /// <summary>The organisation that the team belongs to; null for a team without one.</summary>
    public string? EnterpriseId { get; set; }

    /// <summary>Whether the organisation installed it as a whole, so that one token serves all its teams.</summary>
    public bool IsEnterprise { get; set; }

    public required string AppId { get; set; }

    /// <summary>NudgeBot's own account, whose messages are not listened to.</summary>
    public required string BotUserId { get; set; }

    public string? BotId { get; set; }

    /// <summary>The bot token, sealed with Data Protection; never stored or logged as it is. Empty once NudgeBot was removed.</summary>
    public required string SealedToken { get; set; }

    /// <summary>The token that renews the bot token, sealed; null where tokens do not rotate.</summary>
    public string? SealedRefreshToken { get; set; }

    /// <summary>When the bot token ends; null where tokens do not rotate.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>What was granted, separated by commas; optional scopes may be missing.</summary>
    public required string Scopes { get; set; }

    /// <summary>Until when a process is renewing the tokens, by the machine's clock; null while none is.</summary>
    public DateTimeOffset? RenewingUntil { get; set; }

    /// <summary>Who installed it, told to new members; null where Slack does not say.</summary>
    public string? InstalledBy { get; set; }

    private sealed class Map : IEntityTypeConfiguration<SlackInstallation>
    {
        public void Configure(EntityTypeBuilder<SlackInstallation> builder) => builder.ToTable("slack_installations").HasKey(row => row.WorkspaceId);
    }
}
