using System.Buffers;
using Microsoft.AspNetCore.Diagnostics;
using NudgeBot.Channels.Slack.Install;

namespace NudgeBot.Channels.Slack.In;

/// <summary>The one address at which Slack reaches NudgeBot: commands, interactivity and events. Browsers that install it have two of their own.</summary>
internal static class SlackEndpoints
{
    /// <summary>The largest request that is read, in bytes; Slack's own stay far below.</summary>
    private const int LargestBody = 1 << 20;

    extension(IEndpointRouteBuilder routes)
    {
        public void MapSlack()
        {
            routes.MapPost("/slack/events", TakeAsync).ExcludeFromDescription();
            routes.MapSlackInstall();
        }
    }

    private static async Task TakeAsync(HttpContext context, SlackSignature signature, SlackDispatch dispatch, SlackInboundMeter meter)
    {
        // A refusal says nothing, not even in problem details.
        context.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
        var request = context.Request;
        if (await ReadAsync(request, context.RequestAborted) is not { } body)
        {
            meter.Refused("large");
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        if (SlackRequest.IsCertificateCheck(request.ContentType, body))
            return;
        if (signature.Refusal(request.Headers[SlackSignature.TimestampHeader], request.Headers[SlackSignature.SignatureHeader], body) is { } refusal)
        {
            meter.Refused(refusal);
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        await WriteAsync(
            context.Response,
            await SlackRequest.ReadAsync(request.ContentType, body) is var (kind, payload) ? await dispatch.HandleAsync(kind, payload, "http") : dispatch.Broken());
    }

    private static async Task WriteAsync(HttpResponse response, SlackAcknowledgement answer)
    {
        switch (answer.Outcome)
        {
            case SlackOutcome.Broken:
                response.StatusCode = StatusCodes.Status400BadRequest;
                response.Headers["X-Slack-No-Retry"] = "1";
                break;
            case SlackOutcome.Later:
                response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                break;
            default:
                if (answer.Body is { } body)
                {
                    response.ContentType = "application/json; charset=utf-8";
                    await response.WriteAsync(body.ToJsonString());
                }

                break;
        }
    }

    /// <summary>The raw body; null when it is too large.</summary>
    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > LargestBody)
            return null;
        try
        {
            while (true)
            {
                var read = await request.BodyReader.ReadAsync(cancellationToken);
                if (read.Buffer.Length > LargestBody)
                    return null;
                if (!read.IsCompleted)
                {
                    request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                    continue;
                }

                var body = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return body;
            }
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
    }
}
