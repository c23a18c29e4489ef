using Microsoft.Extensions.Options;
using NudgeBot.Channels.Slack.Out;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Slack.Install;

/// <summary>Asks Slack whether the tokens work and suffice, whether the clocks agree, and whether events can come.</summary>
internal sealed class SlackExamination(
    SlackClient slack, SlackInstallations installations, SlackTenants tenants, IOptions<SlackOptions> options, TimeProvider clock) : IExamination
{
    private const string About = "Slack";

    /// <summary>Slack's signatures are believed for five minutes; long before that somebody should look.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    /// <summary>As many workspaces as an operator reads through.</summary>
    private const int Most = 50;

    public async Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellationToken)
    {
        List<Finding> findings = [];
        try
        {
            var reached = await slack.CallAsync("api.test", null, [], SlackJson.Default.SlackAnswer, cancellationToken);
            findings.Add(Clock(reached));
            findings.AddRange(options.Value.IsForMany ? await WorkspacesAsync(cancellationToken) : [await TokenAsync(options.Value.BotToken, "the token of the settings", cancellationToken)]);
            findings.Add(options.Value.SocketMode ? await SocketAsync(cancellationToken) : Webhook());
        }
        catch (Exception error) when (error is HttpRequestException or ChannelException)
        {
            findings.Add(new(About, error.Message, $"Check that this machine reaches {options.Value.ApiUrl} (proxy, firewall, DNS), and look at https://slack-status.com."));
        }

        return findings;
    }

    private Finding Clock(SlackAnswer answer)
    {
        var skew = answer.AnsweredAt is { } theirs ? (clock.GetUtcNow() - theirs).Duration() : TimeSpan.Zero;
        return skew < Skew
            ? new(About, $"answers at {options.Value.ApiUrl}, and its clock agrees")
            : new(About, $"the clocks differ by {skew.TotalSeconds:N0} seconds", "Set this machine's clock, best by a time service: past five minutes all that Slack sends is refused.");
    }

    private async Task<IReadOnlyList<Finding>> WorkspacesAsync(CancellationToken cancellationToken)
    {
        var all = await tenants.InstalledAsync(cancellationToken);
        if (all.Count == 0)
            return [new(About, $"no workspace yet; one installs NudgeBot at {options.Value.PublicUrl.TrimEnd('/')}/slack/install")];
        List<Finding> findings = [];
        foreach (var workspaceId in all.Take(Most))
        {
            try
            {
                findings.Add(await installations.FindAsync(workspaceId, cancellationToken) is { } access
                    ? await TokenAsync(access.Token, $"workspace {workspaceId}", cancellationToken)
                    : new(About, $"the token of workspace {workspaceId} cannot be opened", "Name the certificate that it was sealed with in Storage:KeyCertificatePath or Storage:PreviousKeyCertificatePath, or have NudgeBot installed there again."));
            }
            catch (ChannelException)
            {
                findings.Add(new(About, $"the token of workspace {workspaceId} ended", "Start the server, which renews it; if that fails, its log says why."));
            }
        }

        if (all.Count > Most)
            findings.Add(new(About, $"{all.Count - Most} more workspaces were not looked at"));
        return findings;
    }

    private async Task<Finding> TokenAsync(string token, string whose, CancellationToken cancellationToken)
    {
        var identity = await slack.CallAsync("auth.test", token, [], SlackInstallJson.Default.SlackIdentity, cancellationToken);
        if (!identity.Ok)
        {
            return new(About, $"{whose} is refused: {identity.Error}", options.Value.IsForMany
                ? $"Have NudgeBot installed there again, at {options.Value.PublicUrl.TrimEnd('/')}/slack/install."
                : SlackTokenAdvice.Of(identity.Error));
        }

        var missing = identity.Granted is { } granted ? SlackScopes.Missing(SlackScopes.Read(granted)) : [];
        return missing.Count == 0
            ? new(About, $"{whose} works, and has every scope")
            : new(About, $"{whose} lacks the scopes {string.Join(", ", missing)}", "Add them under \"OAuth & Permissions\" of the app (manifests/slack.json has them all), and install it again; nothing is lost.");
    }

    private async Task<Finding> SocketAsync(CancellationToken cancellationToken)
    {
        var opened = await slack.CallAsync("apps.connections.open", options.Value.AppToken, [], SlackInstallJson.Default.SlackSocketAddress, cancellationToken);
        return opened.Ok
            ? new(About, "Socket Mode can connect")
            : new(About, $"Socket Mode cannot connect: {opened.Error}", "Switch Socket Mode on in the app's settings, and make an app-level token with connections:write under \"Basic Information\" for Slack:AppToken.");
    }

    private Finding Webhook()
    {
        var address = options.Value.PublicUrl.Length > 0 ? options.Value.PublicUrl.TrimEnd('/') : "https://<your address>";
        return new(About, $"sends to {address}/slack/events; to see whether it gets through, open {address}/healthz/live from outside, and \"Event Subscriptions\" of the app, which says Verified");
    }
}
