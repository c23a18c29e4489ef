using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace NudgeBot.Channels.Slack.Install;

/// <summary>The two addresses that browsers visit to install NudgeBot.</summary>
internal static class SlackInstallEndpoints
{
    private const string Cookie = "nudgebot-slack-install";

    /// <summary>The way back is on another site, which Lax lets the cookie come along with.</summary>
    private static CookieOptions Options(IOptions<SlackOptions> slack) => new()
    {
        HttpOnly = true,
        Secure = slack.Value.PublicUrl.StartsWith("https:", StringComparison.OrdinalIgnoreCase),
        SameSite = SameSiteMode.Lax,
        MaxAge = SlackInstallState.Life,
        Path = "/",
    };

    extension(IEndpointRouteBuilder routes)
    {
        public void MapSlackInstall()
        {
            routes.MapGet("/slack/install", Begin).ExcludeFromDescription();
            routes.MapGet("/slack/oauth_redirect", EndAsync).ExcludeFromDescription();
        }
    }

    private static IResult Begin(HttpContext context, SlackInstallState states, SlackInstalling installing, IOptions<SlackOptions> options, IStringLocalizer<SlackInstallText> text)
    {
        if (!options.Value.IsForMany)
            return SlackInstallPage.Failed(context, text, "one", StatusCodes.Status404NotFound);
        var (state, verifier, cookie) = states.Begin();
        context.Response.Cookies.Append(Cookie, cookie, Options(options));
        context.Response.Headers.CacheControl = "no-store";
        return Results.Redirect(installing.Authorize(state, verifier));
    }

    private static async Task<IResult> EndAsync(
        HttpContext context, SlackInstallState states, SlackInstalling installing, IOptions<SlackOptions> options, IStringLocalizer<SlackInstallText> text,
        string? code, string? state, string? error, CancellationToken cancellationToken)
    {
        var cookie = context.Request.Cookies[Cookie];
        context.Response.Cookies.Delete(Cookie, Options(options));
        if (error is not null)
            return SlackInstallPage.Failed(context, text, error, error is "access_denied" ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
        if (await states.UseAsync(state, cookie, cancellationToken) is not { } verifier || string.IsNullOrEmpty(code))
            return SlackInstallPage.Failed(context, text, "state", StatusCodes.Status400BadRequest);
        var (arrival, refused) = await installing.ExchangeAsync(code, verifier, cancellationToken);
        return arrival is null
            ? SlackInstallPage.Failed(context, text, refused!, refused is "unreachable" ? StatusCodes.Status502BadGateway : StatusCodes.Status400BadRequest)
            : SlackInstallPage.Done(context, text, arrival);
    }
}
