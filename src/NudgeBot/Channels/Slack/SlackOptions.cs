using Microsoft.Extensions.Options;

namespace NudgeBot.Channels.Slack;

/// <summary>
/// The settings under <c>Slack</c>. One workspace needs a bot token; many need the client id and secret, with which workspaces install
/// NudgeBot by themselves. Without any of them Slack is off.
/// </summary>
internal sealed class SlackOptions
{
    /// <summary>Signs what Slack sends over HTTP ("Basic Information" of the app). Not needed for Socket Mode alone.</summary>
    public string SigningSecret { get; set; } = "";

    /// <summary>The signing secret before it was regenerated, accepted beside the new one while Slack changes over.</summary>
    public string PreviousSigningSecret { get; set; } = "";

    /// <summary>The bot token of the one workspace (<c>xoxb-…</c>).</summary>
    public string BotToken { get; set; } = "";

    public string ClientId { get; set; } = "";

    public string ClientSecret { get; set; } = "";

    /// <summary>
    /// Where Slack and browsers reach NudgeBot, such as <c>https://nudgebot.example.com</c>; installing by OAuth comes back there.
    /// </summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>
    /// Whether installing proves itself by PKCE as well. Only for apps that have it switched on: Slack takes them for public clients from
    /// then on, and lets their refresh tokens end after 30 days (docs.slack.dev/authentication/using-pkce).
    /// </summary>
    public bool Pkce { get; set; }

    /// <summary>The app-level token (<c>xapp-…</c>) with <c>connections:write</c>, for Socket Mode.</summary>
    public string AppToken { get; set; } = "";

    /// <summary>Whether events come over a WebSocket that NudgeBot opens, instead of over HTTP.</summary>
    public bool SocketMode { get; set; }

    /// <summary>How many sockets are kept open; Slack allows ten for an app, over all its processes.</summary>
    public int Connections { get; set; } = 2;

    /// <summary>Where Slack's Web API is.</summary>
    public string ApiUrl { get; set; } = "https://slack.com/api/";

    /// <summary>Whether workspaces install NudgeBot by themselves (OAuth).</summary>
    public bool IsForMany => ClientId.Length > 0;
}

/// <summary>Checks the settings when the program starts.</summary>
internal sealed class SlackSettings : IValidateOptions<SlackOptions>
{
    public ValidateOptionsResult Validate(string? name, SlackOptions options)
    {
        List<string> faults = [];
        if (options.BotToken.Length == 0 && options.ClientId.Length == 0)
            faults.Add("Slack:BotToken is missing; give the bot token of one workspace (xoxb-…), or Slack:ClientId and Slack:ClientSecret for many.");
        if (options.BotToken.StartsWith("xoxe", StringComparison.Ordinal))
            faults.Add("Slack:BotToken is a rotating token, which ends within 12 hours. Use Slack:ClientId and Slack:ClientSecret, or an app without token rotation (\"manifest slack --socket-mode\" writes one).");
        else if (options.BotToken.Length > 0 && !options.BotToken.StartsWith("xoxb-", StringComparison.Ordinal))
            faults.Add("Slack:BotToken is not a bot token; it begins with xoxb- and stands under \"OAuth & Permissions\" of the app.");
        if (options.BotToken.Length > 0 && options.ClientId.Length > 0)
            faults.Add("Slack:BotToken and Slack:ClientId exclude each other: the first serves one workspace, the second many.");
        if (options.ClientId.Length > 0 && options.ClientSecret.Length == 0)
            faults.Add("Slack:ClientSecret is missing; it stands beside the client id under \"Basic Information\" of the app.");
        if (options.ClientSecret.Length > 0 && options.ClientId.Length == 0)
            faults.Add("Slack:ClientId is missing; it stands beside the client secret under \"Basic Information\" of the app.");
        if (options.IsForMany && options.PublicUrl.Length == 0)
            faults.Add("Slack:PublicUrl is missing; give the https address under which browsers reach NudgeBot, since Slack sends them back there after installing.");
        if (options.PublicUrl.Length > 0 && !IsPublic(options.PublicUrl))
            faults.Add($"Slack:PublicUrl is \"{options.PublicUrl}\", but must be an https address without query or fragment, such as https://nudgebot.example.com.");
        if (options.SigningSecret.Length == 0 && (!options.SocketMode || options.IsForMany))
            faults.Add("Slack:SigningSecret is missing; it stands under \"Basic Information\" of the app. Without it anybody could speak for Slack.");
        if (options.SocketMode && !options.AppToken.StartsWith("xapp-", StringComparison.Ordinal))
            faults.Add("Slack:AppToken must be an app-level token (xapp-…) with the scope connections:write, since Slack:SocketMode is on.");
        if (options.Connections is < 1 or > 10)
            faults.Add($"Slack:Connections is {options.Connections}, but must be between 1 and 10; 2 is usual.");
        if (!Uri.TryCreate(options.ApiUrl, UriKind.Absolute, out var api) || (api.Scheme != Uri.UriSchemeHttps && !api.IsLoopback) || !options.ApiUrl.EndsWith('/'))
            faults.Add($"Slack:ApiUrl is \"{options.ApiUrl}\", but must be an https address that ends with a slash, such as https://slack.com/api/.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static bool IsPublic(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
        && url.Query.Length == 0 && url.Fragment.Length == 0 && url.UserInfo.Length == 0;
}
