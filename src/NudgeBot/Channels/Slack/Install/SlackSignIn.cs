using Microsoft.Extensions.Options;
using NudgeBot.Channels.Slack.Out;

namespace NudgeBot.Channels.Slack.Install;

/// <summary>
/// Takes in the one workspace whose token stands in the settings: asks Slack whose it is, and keeps that. A token of another workspace
/// than before is another tenant; the earlier one keeps what it has.
/// </summary>
internal sealed partial class SlackSignIn(SlackClient slack, SlackArrivals arrivals, IOptions<SlackOptions> options, ILogger<SlackSignIn> logger)
{
    /// <summary>What was kept last; a pass that finds the same again writes nothing.</summary>
    private SlackArrival? kept;

    /// <summary>Asks Slack, and returns what is wrong with the token, or null.</summary>
    /// <exception cref="HttpRequestException">Slack could not be reached.</exception>
    public async Task<string?> RunOnceAsync(CancellationToken cancellationToken)
    {
        var token = options.Value.BotToken;
        var identity = await slack.CallAsync("auth.test", token, [], SlackInstallJson.Default.SlackIdentity, cancellationToken);
        if (!identity.Ok)
        {
            kept = null;
            return SlackTokenAdvice.Of(identity.Error);
        }

        if ((identity.IsEnterpriseInstall == true ? identity.EnterpriseId : identity.TeamId) is not { } workspaceId || identity.UserId is not { } botUserId)
            return "Slack does not say whose the token is. Check Slack:ApiUrl.";
        var arrival = new SlackArrival(
            workspaceId, identity.Team ?? workspaceId, identity.EnterpriseId, identity.IsEnterpriseInstall == true, kept?.AppId ?? await AppAsync(token, identity.BotId, cancellationToken),
            botUserId, identity.BotId, token, identity.Granted ?? "");
        if (arrival == kept)
            return null;
        await arrivals.KeepAsync(arrival, cancellationToken);
        kept = arrival;
        if (SlackScopes.Missing(SlackScopes.Read(arrival.Scopes)) is { Count: > 0 } missing && arrival.Scopes.Length > 0)
            ScopesMissing(workspaceId, string.Join(", ", missing));
        return null;
    }

    /// <summary>The app's id, which only the bot's own entry tells; an empty text where Slack does not say.</summary>
    private async Task<string> AppAsync(string token, string? botId, CancellationToken cancellationToken) =>
        botId is null ? "" : (await slack.CallAsync("bots.info", token, [new("bot", botId)], SlackInstallJson.Default.SlackBotInfo, cancellationToken)).Bot?.AppId ?? "";

    [LoggerMessage(LogLevel.Warning, "Workspace {WorkspaceId} did not grant {Scopes}; what needs them is left out. Add them under \"OAuth & Permissions\" of the app and install it again.")]
    private partial void ScopesMissing(string workspaceId, string scopes);
}
