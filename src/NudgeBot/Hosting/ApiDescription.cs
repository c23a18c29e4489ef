using Microsoft.AspNetCore.OpenApi;

namespace NudgeBot.Hosting;

/// <summary>The head of the document at <c>/openapi/v1.json</c>.</summary>
internal static class ApiDescription
{
    public static void Configure(OpenApiOptions options) =>
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "NudgeBot: the built-in workspace";
            document.Info.Version = "1";
            document.Info.Description =
                "What the local page speaks: type a line as a member, press what a message offers, read conversations, move the workspace's time. "
                + "It answers to this machine alone unless Local:AllowRemote is set. Whatever is refused comes as problem details (RFC 9457) and changed nothing.";
            return Task.CompletedTask;
        });
}
