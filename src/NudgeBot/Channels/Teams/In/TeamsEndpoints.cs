using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using NudgeBot.Channels.Teams.Install;
using NudgeBot.Channels.Teams.Tab;

namespace NudgeBot.Channels.Teams.In;

/// <summary>The addresses at which Teams reaches NudgeBot: one for activities, and what browsers may look at.</summary>
internal static class TeamsEndpoints
{
    /// <summary>The largest request that is read, in bytes; Teams' own stay far below.</summary>
    private const int LargestBody = 1 << 20;

    extension(IEndpointRouteBuilder routes)
    {
        public void MapTeams()
        {
            routes.MapPost("/api/messages", TakeAsync).ExcludeFromDescription();
            routes.MapTeamsTab();
            routes.MapTeamsAbout();
        }
    }

    private static async Task TakeAsync(HttpContext context, TeamsGate gate, TeamsDispatch dispatch, TeamsMeter meter)
    {
        // A refusal says nothing, not even in problem details.
        context.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
        var (request, response) = (context.Request, context.Response);
        if (await gate.AdmitAsync(request, context.RequestAborted) is not { } caller)
        {
            meter.Refused("token");
            response.StatusCode = StatusCodes.Status401Unauthorized;
            response.Headers.WWWAuthenticate = "Bearer";
            return;
        }

        if (await ReadAsync(request, context.RequestAborted) is not { } body)
        {
            meter.Refused("large");
            response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        if (Parse(request, body) is not { Type.Length: > 0 } activity)
        {
            meter.Refused("broken");
            response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (gate.Refusal(caller, activity) is { } refusal)
        {
            meter.Refused(refusal);
            response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        var answer = await dispatch.HandleAsync(activity);
        response.StatusCode = answer.Status;
        if (answer.Body is { } json)
        {
            response.ContentType = "application/json; charset=utf-8";
            await response.WriteAsync(json.ToJsonString());
        }
    }

    private static TeamsActivity? Parse(HttpRequest request, byte[] body)
    {
        try
        {
            return MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType?.Equals("application/json", StringComparison.OrdinalIgnoreCase) == true
                ? JsonSerializer.Deserialize(body, TeamsActivityJson.Default.TeamsActivity)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The raw body; null when it is too large.</summary>
    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > LargestBody)
            return null;
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > LargestBody)
                return null;
            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return body;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
