using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using NudgeBot.Channels.Slack.Out;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Slack.Install;

/// <summary>The two calls of OAuth v2 (docs.slack.dev/authentication/installing-with-oauth): where to send the browser, and what its code is worth.</summary>
internal sealed class SlackInstalling(SlackClient slack, SlackArrivals arrivals, IOptions<SlackOptions> options, TimeProvider clock)
{
    /// <summary>Where browsers come back to; the same in both steps.</summary>
    private string Redirect => $"{options.Value.PublicUrl.TrimEnd('/')}/slack/oauth_redirect";

    /// <summary>Slack's page that asks whether to install.</summary>
    public string Authorize(string state, string verifier)
    {
        Dictionary<string, string?> query = new()
        {
            ["client_id"] = options.Value.ClientId,
            ["scope"] = string.Join(',', SlackScopes.All),
            ["state"] = state,
            ["redirect_uri"] = Redirect,
        };
        if (options.Value.Pkce)
        {
            query["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
            query["code_challenge_method"] = "S256";
        }

        return QueryHelpers.AddQueryString(new Uri(new Uri(options.Value.ApiUrl), "/oauth/v2/authorize").AbsoluteUri, query);
    }

    /// <summary>Changes the code for a token and takes the workspace in. Returns it, or Slack's word for why not.</summary>
    public async Task<(SlackArrival? Arrival, string? Error)> ExchangeAsync(string code, string verifier, CancellationToken cancellationToken)
    {
        try
        {
            List<KeyValuePair<string, string>> arguments =
                [new("client_id", options.Value.ClientId), new("client_secret", options.Value.ClientSecret), new("code", code), new("redirect_uri", Redirect)];
            if (options.Value.Pkce)
                arguments.Add(new("code_verifier", verifier));
            var grant = await slack.CallAsync("oauth.v2.access", null, arguments, SlackInstallJson.Default.SlackGrant, cancellationToken);
            if (!grant.Ok)
                return (null, grant.Error ?? "no answer");
            var tenant = grant.IsEnterpriseInstall == true ? grant.Enterprise : grant.Team;
            if (grant is not { AccessToken: { } token, BotUserId: { } botUserId } || tenant?.Id is not { } workspaceId)
                return (null, "no bot token");
            var identity = await slack.CallAsync("auth.test", token, [], SlackInstallJson.Default.SlackIdentity, cancellationToken);
            var arrival = new SlackArrival(
                workspaceId, tenant.Name ?? identity.Team ?? workspaceId, grant.Enterprise?.Id, grant.IsEnterpriseInstall == true, grant.AppId ?? "", botUserId, identity.BotId,
                token, grant.Scope ?? "", grant.RefreshToken, grant.ExpiresIn is { } seconds ? clock.GetUtcNow().AddSeconds(seconds) : null, grant.AuthedUser?.Id);
            await arrivals.KeepAsync(arrival, cancellationToken);
            return (arrival, null);
        }
        catch (Exception error) when (error is HttpRequestException or ChannelException)
        {
            return (null, "unreachable");
        }
    }
}
