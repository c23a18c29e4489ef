using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.Extensions.Localization;
using NudgeBot.Portability;

namespace NudgeBot.Channels.Teams.Install;

/// <summary>
/// The page that the app's details in Teams link to: what NudgeBot is, what it keeps and who sees it, and on which terms it is used. It
/// loads nothing, and tells everybody the same.
/// </summary>
internal static class TeamsAbout
{
    private const string Style = """
        :root{color-scheme:light dark}
        body{margin:0;font:1.05rem/1.6 system-ui,sans-serif;color:light-dark(#20251f,#e8ece9);background:light-dark(#f6f4ef,#111513)}
        main{max-width:40rem;margin:2rem auto;padding:1rem 2rem;border-radius:12px;background:light-dark(#fffefb,#1e2522);border:1px solid light-dark(#e3dfd6,#2b3430)}
        h1{font-size:1.5rem;line-height:1.3}
        h2{font-size:1.15rem;margin:2rem 0 .5rem}
        dt{font-weight:600;margin-top:.75rem}
        dd{margin:0}
        """;

    /// <summary>The parts of what the command <c>privacy</c> tells.</summary>
    private static readonly string[] Parts = ["kept", "you", "others", "admins", "chat", "long"];

    extension(IEndpointRouteBuilder routes)
    {
        public void MapTeamsAbout() => routes.MapGet("/teams/about", Show).ExcludeFromDescription();
    }

    private static IResult Show(HttpContext context, IStringLocalizer<TeamsAboutText> text, IStringLocalizer<PortabilityText> privacy)
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(
            context.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1)
                .Select(language => language.Value.Value?.Split('-')[0]).FirstOrDefault(language => language is "en" or "de") ?? "en");
        var headers = context.Response.Headers;
        (headers["Referrer-Policy"], headers.XContentTypeOptions, headers.Vary) = ("no-referrer", "nosniff", "Accept-Language");
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        return Results.Content(
            $"""
            <!DOCTYPE html>
            <html lang="{CultureInfo.CurrentUICulture.Name}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{Safe(text["title"])}</title><style>
            {Style}
            </style></head>
            <body><main>
            <h1>{Safe(text["title"])}</h1><p>{Safe(text["intro"])}</p><p>{Safe(text["use"])}</p>
            <h2 id="privacy">{Safe(privacy["privacy.title"])}</h2><dl>{string.Concat(Parts.Select(part => $"<dt>{Safe(privacy[$"privacy.{part}"])}</dt><dd>{Safe(privacy[$"privacy.{part}.text"])}</dd>"))}</dl>
            <h2 id="terms">{Safe(text["terms.title"])}</h2><p>{Safe(text["terms"])}</p><p>{Safe(text["contact"])}</p>
            </main></body>
            </html>
            """,
            "text/html", Encoding.UTF8);
    }

    private static string Safe(string text) => HtmlEncoder.Default.Encode(text);
}
