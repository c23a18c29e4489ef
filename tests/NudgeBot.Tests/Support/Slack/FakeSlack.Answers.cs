using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using NudgeBot.Tests.Support.Slack.Api;
using NudgeBot.Tests.Support.Slack.Blocks;
using NudgeBot.Tests.Support.Slack.World;

namespace NudgeBot.Tests.Support.Slack;

/// <summary>What becomes of the bot's answers: bodies of acknowledgements, and what comes to a response_url.</summary>
internal sealed partial class FakeSlack
{
    private async Task RespondAsync(HttpContext context, string secret)
    {
        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync();
        var fault = api.NextFault("response_url");
        string? error = null;
        JsonObject given = [];
        lock (world.Gate)
        {
            try
            {
                if (fault is { Happens: false })
                    throw new ApiError(fault.Code ?? "fault");
                given = JsonNode.Parse(text) as JsonObject ?? throw new ApiError("invalid_payload");
                world.Respond(secret, given);
            }
            catch (JsonException)
            {
                error = "invalid_payload";
            }
            catch (ApiError failure)
            {
                error = failure.Code;
            }

            world.Calls.Add(new("response_url", world.Now, null, JsonSerializer.SerializeToElement(given), fault is { Status: > 0 } ? fault.Status : error is null ? 200 : 404, error));
        }

        world.Changed();
        if (fault?.Resets is true)
        {
            context.Abort();
            return;
        }

        if (fault?.Wait > TimeSpan.Zero)
            await Task.Delay(fault.Wait, TimeProvider.System, context.RequestAborted);
        if (fault?.RetryAfter is { } seconds)
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        context.Response.StatusCode = fault is { Status: > 0 } ? fault.Status : error switch { null => 200, "used_url" or "expired_url" or "invalid_url" => 404, _ => 400 };
        await context.Response.WriteAsync(error is null ? "ok" : new JsonObject { ["ok"] = false, ["error"] = error }.ToJsonString());
    }

    /// <summary>The body of a command's acknowledgement: nothing, plain text, or a message.</summary>
    private SlackDelivery TakeCommandAnswer(SlackDelivery delivery, SlackUser user, SlackChannel channel, Trigger trigger)
    {
        if (!delivery.IsOk || delivery.Answer.Length == 0)
            return delivery;
        var given = delivery.Json.ValueKind is JsonValueKind.Object ? JsonNode.Parse(delivery.Answer)!.AsObject() : new() { ["text"] = delivery.Answer };
        if (given.Count == 0)
            return delivery;
        return Try(delivery, () => world.Answer(given, user, channel, trigger.Installation, trigger.Id, null, MessageSource.Acknowledgement));
    }

    /// <summary>A submission is answered by nothing, or by one of four actions; all else shows "We had some trouble connecting".</summary>
    private SlackDelivery TakeViewAnswer(SlackDelivery delivery, SlackView view, Trigger trigger)
    {
        if (!delivery.IsOk)
            return delivery;
        lock (world.Gate)
        {
            if (delivery.Answer.Length == 0 || delivery.Answer == "{}")
            {
                view.IsOpen = false;
                return delivery;
            }

            if (delivery.Json.ValueKind is not JsonValueKind.Object)
                return delivery with { Error = "invalid_response: a view_submission takes an empty body or a response_action" };
            var answer = JsonNode.Parse(delivery.Answer)!.AsObject();
            return Try(delivery, () => Act(answer, view, trigger));
        }
    }

    private void Act(JsonObject answer, SlackView view, Trigger trigger)
    {
        switch ((string?)answer["response_action"])
        {
            case "clear":
                world.CloseAll(view.User);
                break;
            case "errors":
                var blocks = Nodes.Objects(view.Body["blocks"]).Where(block => (string?)block["type"] is "input").Select(block => (string)block["block_id"]!).ToHashSet();
                if (answer["errors"] is not JsonObject { Count: > 0 } errors)
                    throw new ApiError("invalid_response: no errors");
                if (errors.FirstOrDefault(error => !blocks.Contains(error.Key)) is { Key: { } unknown })
                    throw new ApiError($"invalid_response: no input block {unknown}");
                break;
            case "update" or "push" when answer["view"] is JsonObject given:
                ViewRules.Demand(given, "modal");
                if ((string)answer["response_action"]! is "push")
                    world.ShowView(given, trigger, view);
                else
                    world.ChangeView(view, given);
                break;
            case var other:
                throw new ApiError($"invalid_response: response_action {other}");
        }
    }

    private SlackDelivery Try(SlackDelivery delivery, Action take)
    {
        lock (world.Gate)
        {
            try
            {
                take();
            }
            catch (ApiError error)
            {
                return delivery with { Error = error.ToJson().ToJsonString() };
            }
        }

        world.Changed();
        return delivery;
    }
}
