using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using NudgeBot.Chat;
using NudgeBot.Storage;
using NudgeBot.Storage.Secrets;

namespace NudgeBot.Channels.Slack.Install;

/// <summary>Knows by which token each workspace is reached.</summary>
internal sealed partial class SlackInstallations(UnitOfWork work, Vault vault, TimeProvider clock, ILogger<SlackInstallations> logger)
{
    /// <summary>How long a process may go on with what another one has changed: a token is valid for a while after it was renewed.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    /// <summary>What tokens are sealed for.</summary>
    private const string Purpose = "Slack token";

    private readonly ConcurrentDictionary<string, (SlackAccess? Access, DateTimeOffset Until)> known = new();

    /// <summary>How to reach a workspace, or null where NudgeBot is not installed, or no more.</summary>
    /// <exception cref="ChannelException">Its token ended and is being renewed.</exception>
    public async Task<SlackAccess?> FindAsync(string workspaceId, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(workspaceId, out var kept) && kept.Until > clock.GetUtcNow())
            return kept.Access;
        var row = await work.ReadAsync(workspaceId, "", services => services.GetRequiredService<BotDb>().Set<SlackInstallation>()
            .AsNoTracking().SingleOrDefaultAsync(cancellationToken));
        var now = clock.GetUtcNow();
        if (row?.ExpiresAt <= now && row.SealedToken.Length > 0)
            throw new ChannelException("The token ended and is being renewed.", retryAfter: TimeSpan.FromSeconds(5));
        var access = row is null ? null : Open(row);
        known[workspaceId] = (access, row?.ExpiresAt is { } end && end < now + Kept ? end : now + Kept);
        return access;
    }

    /// <summary>Forgets what is known of a workspace, since it changed.</summary>
    public void Forget(string workspaceId) => known.TryRemove(workspaceId, out _);

    /// <summary>Seals a token of a workspace. Not within a transaction.</summary>
    public string Seal(string workspaceId, string token) => vault.Seal(Purpose, workspaceId, token);

    /// <summary>Opens a token of a workspace; null where there is none, or its key is gone.</summary>
    public string? Open(string workspaceId, string? sealedToken)
    {
        if (string.IsNullOrEmpty(sealedToken))
            return null;
        var token = vault.Open(Purpose, workspaceId, sealedToken);
        if (token is null)
            KeyGone(workspaceId);
        return token;
    }

    private SlackAccess? Open(SlackInstallation row) =>
        Open(row.WorkspaceId, row.SealedToken) is not { } token
            ? null
            : new(row.WorkspaceId, token, row.AppId, row.BotUserId, row.BotId, SlackScopes.Read(row.Scopes), row.EnterpriseId, row.IsEnterprise);

    [LoggerMessage(LogLevel.Error, "The token of workspace {WorkspaceId} cannot be opened: its key is gone, or Storage:KeyCertificatePath names another certificate. Name the one it was sealed with, or install NudgeBot there again.")]
    private partial void KeyGone(string workspaceId);
}
