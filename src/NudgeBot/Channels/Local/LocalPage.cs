using Microsoft.Extensions.FileProviders;

namespace NudgeBot.Channels.Local;

/// <summary>Serves the page of the built-in workspace from the files beside the program. Nothing on it comes from another host.</summary>
internal static class LocalPage
{
    /// <summary>Only files of this machine run, and nobody may frame the page.</summary>
    private const string Policy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    extension(WebApplication app)
    {
        public void UseLocalPage()
        {
            var files = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "Channels", "Local", "Page"));
            app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
            app.UseStaticFiles(new StaticFileOptions
            {
                FileProvider = files,
                OnPrepareResponse = static file =>
                {
                    var headers = file.Context.Response.Headers;
                    headers.ContentSecurityPolicy = Policy;
                    headers.XContentTypeOptions = "nosniff";
                    headers["Referrer-Policy"] = "no-referrer";
                    // Revalidated each time, so that an upgrade shows at once; unchanged files cost a 304.
                    headers.CacheControl = "no-cache";
                },
            });
        }
    }
}
