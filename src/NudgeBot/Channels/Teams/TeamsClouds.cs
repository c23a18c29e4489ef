namespace NudgeBot.Channels.Teams;

/// <summary>Where Microsoft's addresses are in one of its clouds (learn.microsoft.com, "Bot Connector authentication", and its page for governments).</summary>
/// <param name="Metadata">The OpenID metadata of the Bot Framework, which signs what Teams sends.</param>
/// <param name="Issuer">Who those tokens say they are from.</param>
/// <param name="Login">Where Entra gives tokens.</param>
/// <param name="Scope">What a token for answering is asked for.</param>
/// <param name="Graph">Where Microsoft Graph is, which shows what stands in a chat.</param>
/// <param name="ServiceHosts">Where Teams takes answers; one that begins with a dot stands for everything below it.</param>
/// <param name="Other">Where Teams takes answers for the tenants that it turns away elsewhere with InvalidBotApiHost; null where there are none.</param>
/// <param name="Client">Where Teams' own web client is; links into Teams begin there.</param>
/// <param name="Frames">Whose pages may frame the personal tab (learn.microsoft.com, "Tab requirements"), as <c>frame-ancestors</c> lists them.</param>
internal sealed record TeamsCloud(Uri Metadata, string Issuer, Uri Login, string Scope, Uri Graph, IReadOnlyList<string> ServiceHosts, string? Other, Uri Client, string Frames);

/// <summary>The clouds by their names in the settings.</summary>
internal static class TeamsClouds
{
    public const string Public = "Public", UsGov = "UsGov";

    public static IReadOnlyDictionary<string, TeamsCloud> All { get; } = new Dictionary<string, TeamsCloud>(StringComparer.OrdinalIgnoreCase)
    {
        [Public] = new(
            new("https://login.botframework.com/v1/.well-known/openidconfiguration"), "https://api.botframework.com", new("https://login.microsoftonline.com/"),
            "https://api.botframework.com/.default", new("https://graph.microsoft.com/"),
            ["smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com", ".botframework.com"], "https://smba.infra.gcc.teams.microsoft.com/gcc",
            new("https://teams.microsoft.com/"),
            "https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft https://*.microsoft365.com https://*.office.com"),
        [UsGov] = new(
            new("https://login.botframework.azure.us/v1/.well-known/openidconfiguration"), "https://api.botframework.us", new("https://login.microsoftonline.us/"),
            "https://api.botframework.us/.default", new("https://graph.microsoft.us/"),
            ["smba.infra.gov.teams.microsoft.us", "smba.infra.dod.teams.microsoft.us", ".botframework.azure.us"], null, new("https://gov.teams.microsoft.us/"),
            "https://teams.microsoft.us https://*.teams.microsoft.us"),
    };
}
