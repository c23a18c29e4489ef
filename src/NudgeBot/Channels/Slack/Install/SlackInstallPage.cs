using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.Extensions.Localization;

namespace NudgeBot.Channels.Slack.Install;

/// <summary>The plain pages at the end of an installation: what happened, and the next step. They load nothing and name no secret.</summary>
internal static class SlackInstallPage
{
    private const string Style = """
        :root{color-scheme:light dark}
        body{margin:0;min-height:100vh;display:grid;place-items:center;font:1.05rem/1.6 system-ui,sans-serif;color:light-dark(#20251f,#e8ece9);background:light-dark(#f6f4ef,#111513)}
        main{max-width:32rem;margin:1.5rem;padding:2rem;border-radius:12px;background:light-dark(#fffefb,#1e2522);border:1px solid light-dark(#e3dfd6,#2b3430)}
        h1{font-size:1.4rem;line-height:1.3;margin:0 0 .75rem;text-wrap:balance}
        p{margin:0 0 1rem}
        a{display:inline-block;padding:.55rem 1.1rem;border-radius:10px;background:light-dark(#17614f,#80d3bb);color:light-dark(#fff,#06251c);text-decoration:none;font-weight:600}
        a:focus-visible{outline:3px solid light-dark(#1b57c2,#a3c4ff);outline-offset:2px}
        """;

    /// <summary>NudgeBot is installed; the button opens its direct chat in Slack.</summary>
    public static IResult Done(HttpContext context, IStringLocalizer<SlackInstallText> text, SlackArrival arrival)
    {
        Speak(context);
        var open = arrival.AppId.Length == 0 ? null : $"https://slack.com/app_redirect?app={Uri.EscapeDataString(arrival.AppId)}{(arrival.IsEnterprise ? "" : $"&team={Uri.EscapeDataString(arrival.WorkspaceId)}")}";
        return Page(
            context, text["done.title", arrival.Name], text[arrival.IsEnterprise ? "done.org" : "done.text"], open, text["done.open"], StatusCodes.Status200OK);
    }

    /// <summary>NudgeBot is not installed.</summary>
    /// <param name="context">The request.</param>
    /// <param name="text">The texts.</param>
    /// <param name="why">Slack's word for it, or one of ours; whoever wrote the address chose it, so only what is known is shown.</param>
    /// <param name="status">The answer's status.</param>
    public static IResult Failed(HttpContext context, IStringLocalizer<SlackInstallText> text, string why, int status)
    {
        Speak(context);
        var kind = why switch
        {
            "access_denied" or "state" or "unreachable" or "one" => why,
            "invalid_code" or "code_already_used" or "code_expired" => "state",
            "bad_redirect_uri" or "invalid_client_id" or "bad_client_secret" or "pkce_not_allowed" or "invalid_code_verifier" or "oauth_authorization_url_mismatch" => "operator",
            "cannot_install_an_org_installed_app" or "org_login_required" or "team_added_to_org" => "org",
            _ => "other",
        };
        return Page(context, text[$"{kind}.title"], text[$"{kind}.text", kind is "operator" ? why : ""], kind is "one" ? null : "install", text["again"], status);
    }

    /// <summary>The browser's language, of those that there are texts for.</summary>
    private static void Speak(HttpContext context) =>
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(
            context.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1)
                .Select(language => language.Value.Value?.Split('-')[0]).FirstOrDefault(language => language is "en" or "de") ?? "en");

    private static IResult Page(HttpContext context, string title, string words, string? link, string linkWords, int status)
    {
        var headers = context.Response.Headers;
        (headers.CacheControl, headers["Referrer-Policy"], headers.XContentTypeOptions) = ("no-store", "no-referrer", "nosniff");
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        var button = link is null ? "" : $"""<p><a href="{Safe(link)}">{Safe(linkWords)}</a></p>""";
        return Results.Content(
            $"""
            <!DOCTYPE html>
            <html lang="{CultureInfo.CurrentUICulture.Name}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{Safe(title)}</title><style>
            {Style}
            </style></head>
            <body><main><h1>{Safe(title)}</h1><p>{Safe(words)}</p>{button}</main></body>
            </html>
            """,
            "text/html", Encoding.UTF8, status);
    }

    private static string Safe(string text) => HtmlEncoder.Default.Encode(text);
}
