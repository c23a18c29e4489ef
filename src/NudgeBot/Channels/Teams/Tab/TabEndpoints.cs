using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace NudgeBot.Channels.Teams.Tab;

/// <summary>
/// The personal tab: a page of files beside the program, which anybody may have, and what it shows, which only a token of Teams' single
/// sign-on opens.
/// </summary>
internal static class TabEndpoints
{
    private static readonly PhysicalFileProvider Files = new(Path.Combine(AppContext.BaseDirectory, "Channels", "Teams", "Tab", "Page"));

    private static readonly FileExtensionContentTypeProvider Types = new();

    extension(IEndpointRouteBuilder routes)
    {
        public void MapTeamsTab()
        {
            routes.MapGet("/teams/tab", (HttpContext context, IOptions<TeamsOptions> options) => Show(context, options, "index.html")).ExcludeFromDescription();
            routes.MapGet("/teams/tab/home", ReadAsync).ExcludeFromDescription();
            routes.MapGet("/teams/tab/{**file}", Show).ExcludeFromDescription();
        }
    }

    /// <summary>A file of the page. Only files of this machine run, and only Teams may frame it.</summary>
    private static Results<PhysicalFileHttpResult, NotFound> Show(HttpContext context, IOptions<TeamsOptions> options, string file)
    {
        var found = Files.GetFileInfo(file);
        if (found is not { Exists: true, PhysicalPath: { } path } || !Types.TryGetContentType(found.Name, out var type))
            return TypedResults.NotFound();
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
            + $"frame-ancestors {TeamsClouds.All[options.Value.Cloud].Frames}";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        // Revalidated each time, so that an upgrade shows at once; unchanged files cost a 304.
        headers.CacheControl = "no-cache";
        return TypedResults.PhysicalFile(
            path, type, lastModified: found.LastModified, entityTag: new EntityTagHeaderValue($"\"{found.LastModified.Ticks ^ found.Length:x}\""));
    }

    /// <summary>What the page shows; 401 without a token that proves who looks, 403 with one that was not given for the tab.</summary>
    private static async Task<Results<JsonHttpResult<TabView>, StatusCodeHttpResult>> ReadAsync(HttpContext context, TabTokens tokens, TabHome home, TeamsMeter meter)
    {
        // A refusal says nothing, not even in problem details.
        context.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
        var (header, answer) = (context.Request.Headers.Authorization, context.Response.Headers);
        answer.CacheControl = "no-store";
        answer.XContentTypeOptions = "nosniff";
        if ((header.Count == 1 ? await tokens.ValidateAsync(header[0], context.RequestAborted) : null) is not { } caller)
        {
            meter.Refused("tab token");
            answer.WWWAuthenticate = "Bearer";
            return TypedResults.StatusCode(StatusCodes.Status401Unauthorized);
        }

        if (!caller.MayRead)
        {
            meter.Refused("tab scope");
            answer.WWWAuthenticate = "Bearer error=\"insufficient_scope\"";
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        return TypedResults.Json(await home.ReadAsync(caller, context.RequestAborted), TabJson.Default.TabView);
    }
}
