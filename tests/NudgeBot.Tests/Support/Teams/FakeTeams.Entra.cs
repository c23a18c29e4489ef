using System.Text.Json.Nodes;

namespace NudgeBot.Tests.Support.Teams;

/// <summary>What Entra gives to the personal tab: tokens for whoever looks at it.</summary>
internal sealed partial class FakeTeams
{
    /// <summary>Where the tests' NudgeBot is, as browsers see it.</summary>
    public const string PublicUrl = "https://nudgebot.example.com";

    public int EntraMetadataReads => requests.Count(request => request.Path.EndsWith("openid-configuration", StringComparison.Ordinal));

    /// <summary>The claims of a good token of somebody who looks at the tab (learn.microsoft.com, "Access token claims reference").</summary>
    public JsonObject TabClaims(TeamsPersona who) => new()
    {
        ["iss"] = $"https://login.microsoftonline.com/{Tenant}/v2.0",
        ["aud"] = AppId,
        ["nbf"] = Clock.GetUtcNow().AddMinutes(-1).ToUnixTimeSeconds(),
        ["exp"] = Clock.GetUtcNow().AddHours(1).ToUnixTimeSeconds(),
        ["tid"] = Tenant,
        ["oid"] = who.ObjectId,
        ["scp"] = "access_as_user",
        ["azp"] = "5e3ce6c0-2b1f-4285-8d4b-75ee78787346",
        ["name"] = who.Name,
        ["ver"] = "2.0",
    };

    /// <summary>A good token.</summary>
    public string TabToken(TeamsPersona who) => Entra.Sign(TabClaims(who));

    private static JsonObject EntraMetadata() => new()
    {
        ["issuer"] = $"https://login.microsoftonline.com/{Tenant}/v2.0",
        ["jwks_uri"] = $"https://login.microsoftonline.com/{Tenant}/discovery/v2.0/keys",
        ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
    };
}
