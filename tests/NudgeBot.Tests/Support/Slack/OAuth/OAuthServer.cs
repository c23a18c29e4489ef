using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using NudgeBot.Tests.Support.Slack.Api;
using NudgeBot.Tests.Support.Slack.World;

namespace NudgeBot.Tests.Support.Slack.OAuth;

/// <summary>Installs the app: the authorize page, codes of one use and ten minutes, rotation.</summary>
internal sealed class OAuthServer(SlackWorld world)
{
    private readonly Dictionary<string, Grant> grants = [];

    /// <summary>Who presses Allow on the page, where, or that they cancel.</summary>
    public Consent Next { get; set; } = new();

    /// <summary>The page, and the press of its button in one: it sends the browser back at once.</summary>
    public async Task Authorize(HttpContext context)
    {
        var query = context.Request.Query;
        var (client, back, state) = (query["client_id"].ToString(), query["redirect_uri"].ToString(), query["state"].ToString());
        if (client != world.App.ClientId || !IsRegistered(back))
        {
            context.Response.StatusCode = 400;
            await context.Response.WriteAsync(client != world.App.ClientId ? "invalid_client_id" : "bad_redirect_uri");
            return;
        }

        var answer = new QueryBuilder();
        if (Next.Cancels)
        {
            answer.Add("error", "access_denied");
        }
        else
        {
            var code = $"1.2.{world.Secret(40)}";
            var scopes = query["scope"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            lock (world.Gate)
                grants[code] = new(back, scopes, Next, world.Now.AddMinutes(10), query["code_challenge"].ToString());
            answer.Add("code", code);
        }

        if (state.Length > 0)
            answer.Add("state", state);
        context.Response.Redirect($"{back}{(back.Contains('?', StringComparison.Ordinal) ? "&" : "?")}{answer.ToQueryString().Value![1..]}");
    }

    public JsonObject Access(ApiCall call)
    {
        Client(call);
        if (call.Text("grant_type") is "refresh_token")
            return Refresh(call.Need("refresh_token"));
        if (!grants.TryGetValue(call.Need("code"), out var grant) || world.Now > grant.ExpiresAt)
            throw new ApiError("invalid_code");
        if (grant.IsUsed)
            throw new ApiError("code_already_used");
        if ((call.Text("redirect_uri") ?? "") != grant.Back)
            throw new ApiError("bad_redirect_uri");
        if (grant.Challenge.Length > 0 && grant.Challenge != Challenge(call.Text("code_verifier") ?? ""))
            throw new ApiError("invalid_code_verifier");
        grant.IsUsed = true;
        var consent = grant.Consent;
        if (consent.EnterpriseId is not null && !world.App.OrgDeploy)
            throw new ApiError("cannot_install_an_org_installed_app");
        var workspace = consent.EnterpriseId is null ? consent.Workspace ?? world.Workspaces.Values.First() : null;
        var installation = world.Install(world.App, workspace, consent.EnterpriseId ?? workspace?.EnterpriseId, consent.EnterpriseName ?? workspace?.EnterpriseName, consent.User, grant.Scopes);
        if (consent.EnterpriseId is not null)
            installation.Granted.AddRange(consent.Granted.Except(installation.Granted).ToList());
        return Shown(installation, installation.Tokens[^1]);
    }

    /// <summary>Trades a token that does not rotate for one that does.</summary>
    public JsonObject Exchange(ApiCall call)
    {
        Client(call);
        if (call.Token is not { Installation.IsActive: true, IsRevoked: false } token)
            throw new ApiError("invalid_auth");
        if (!token.App.TokenRotation)
            throw new ApiError("token_rotation_not_enabled");
        token.IsRevoked = true;
        return Shown(token.Installation, world.NewToken(token.Installation));
    }

    private JsonObject Refresh(string refresh)
    {
        var token = world.Tokens.Values.FirstOrDefault(token => token.RefreshToken == refresh);
        if (token is not { IsRefreshUsed: false, Installation.IsActive: true })
            throw new ApiError("invalid_refresh_token");
        token.IsRefreshUsed = true;
        return Shown(token.Installation, world.NewToken(token.Installation));
    }

    private void Client(ApiCall call)
    {
        if (call.Text("client_id") != world.App.ClientId)
            throw new ApiError("invalid_client_id");
        if (call.Text("client_secret") != world.App.ClientSecret)
            throw new ApiError("bad_client_secret");
    }

    private JsonObject Shown(SlackInstallation installation, SlackToken token)
    {
        var answer = ApiMethod.Ok(
            ("access_token", token.Value),
            ("token_type", "bot"),
            ("scope", string.Join(',', installation.Scopes)),
            ("bot_user_id", installation.BotUserId),
            ("app_id", installation.App.Id),
            ("team", installation.Workspace is { } workspace ? new JsonObject { ["id"] = workspace.Id, ["name"] = workspace.Name } : null),
            ("enterprise", installation.EnterpriseId is { } enterprise ? new JsonObject { ["id"] = enterprise, ["name"] = installation.EnterpriseName } : null),
            ("is_enterprise_install", installation.IsOrg),
            ("authed_user", new JsonObject { ["id"] = installation.InstalledBy }),
            ("x_unknown", new JsonObject { ["nested"] = true }));
        if (token.ExpiresAt is { } expires)
            (answer["expires_in"], answer["refresh_token"]) = ((int)(expires - world.Now).TotalSeconds, token.RefreshToken);
        return answer;
    }

    private bool IsRegistered(string address) =>
        world.App.RedirectUrls.Count == 0 || world.App.RedirectUrls.Exists(known => address == known || address.StartsWith($"{known.TrimEnd('/')}/", StringComparison.Ordinal));

    private static string Challenge(string verifier) =>
        Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private sealed record Grant(string Back, IReadOnlyCollection<string> Scopes, Consent Consent, DateTimeOffset ExpiresAt, string Challenge)
    {
        public bool IsUsed { get; set; }
    }
}
