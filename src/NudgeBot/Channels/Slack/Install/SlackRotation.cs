using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NudgeBot.Channels.Slack.Out;
using NudgeBot.Chat;
using NudgeBot.Storage;

namespace NudgeBot.Channels.Slack.Install;

/// <summary>
/// Renews tokens that end (docs.slack.dev/authentication/using-token-rotation): well before they do, by one process at a time, and keeps
/// the new pair before anything uses it. A process that dies in between leaves the old refresh token, which Slack accepts for a short
/// while more.
/// </summary>
internal sealed partial class SlackRotation(
    SlackClient slack, SlackTenants tenants, SlackInstallations installations, UnitOfWork work, IOptions<SlackOptions> options, TimeProvider clock,
    ILogger<SlackRotation> logger)
{
    /// <summary>Tokens live for twelve hours; Slack's own libraries renew them two hours before the end.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromHours(2);

    /// <summary>For how long a process that is renewing keeps the others from it.</summary>
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(1);

    /// <summary>Renews what ends soon, and returns how many tokens were renewed.</summary>
    public async Task<int> RunOnceAsync(CancellationToken cancellationToken)
    {
        var renewed = 0;
        foreach (var workspaceId in await tenants.EndingAsync(clock.GetUtcNow() + Ahead, clock.GetUtcNow(), cancellationToken))
        {
            try
            {
                if (await work.ReadAsync(workspaceId, "", services => RenewAsync(services.GetRequiredService<BotDb>(), workspaceId, cancellationToken)))
                    renewed++;
            }
            catch (Exception error) when (error is HttpRequestException or ChannelException)
            {
                NotReached(error, workspaceId);
            }
        }

        return renewed;
    }

    private async Task<bool> RenewAsync(BotDb db, string workspaceId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var row = await db.Set<SlackInstallation>().AsNoTracking().SingleAsync(cancellationToken);
        // Whoever changes the row first has it; the refresh token tells apart what another process renewed meanwhile.
        var mine = db.Set<SlackInstallation>().Where(it => it.SealedRefreshToken == row.SealedRefreshToken);
        var claimed = await mine.Where(it => it.ExpiresAt == row.ExpiresAt && (it.RenewingUntil == null || it.RenewingUntil < now))
            .ExecuteUpdateAsync(set => set.SetProperty(it => it.RenewingUntil, now + Claim), cancellationToken);
        if (claimed == 0 || installations.Open(workspaceId, row.SealedRefreshToken) is not { } refresh)
            return false;

        var grant = await slack.CallAsync(
            "oauth.v2.access", null,
            [new("grant_type", "refresh_token"), new("refresh_token", refresh), new("client_id", options.Value.ClientId), new("client_secret", options.Value.ClientSecret)],
            SlackInstallJson.Default.SlackGrant, cancellationToken);
        if (grant is not { Ok: true, AccessToken: { } token, RefreshToken: { } next })
        {
            Refused(workspaceId, grant.Error ?? "no token");
            return false;
        }

        var (sealedToken, sealedNext) = (installations.Seal(workspaceId, token), installations.Seal(workspaceId, next));
        var (end, scopes) = (now.AddSeconds(grant.ExpiresIn ?? 0), grant.Scope ?? row.Scopes);
        // A stop of the program must not lose the pair: the old one is spent.
        await mine.ExecuteUpdateAsync(
            set => set.SetProperty(it => it.SealedToken, sealedToken).SetProperty(it => it.SealedRefreshToken, sealedNext).SetProperty(it => it.ExpiresAt, end)
                .SetProperty(it => it.Scopes, scopes).SetProperty(it => it.RenewingUntil, (DateTimeOffset?)null),
            CancellationToken.None);
        installations.Forget(workspaceId);
        Renewed(workspaceId);
        return true;
    }

    [LoggerMessage(LogLevel.Information, "The token of workspace {WorkspaceId} was renewed.")]
    private partial void Renewed(string workspaceId);

    [LoggerMessage(LogLevel.Warning, "The token of workspace {WorkspaceId} could not be renewed; it is tried again in a minute.")]
    private partial void NotReached(Exception error, string workspaceId);

    [LoggerMessage(LogLevel.Error, "Slack refuses to renew the token of workspace {WorkspaceId}: {Error}. Have it installed again at /slack/install.")]
    private partial void Refused(string workspaceId, string error);
}
