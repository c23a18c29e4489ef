using System.Text.Json;

namespace NudgeBot.Tests.Support.Slack;

/// <summary>One thing that was sent to the bot, and what it answered.</summary>
/// <param name="Kind">command, block_actions, view_submission, event_callback and so on.</param>
/// <param name="TriggerId">By which answers are told apart; empty for events.</param>
/// <param name="Body">The bytes of the request as text, or the envelope's payload.</param>
internal sealed record SlackDelivery(string Kind, string TriggerId, string Body, IReadOnlyList<KeyValuePair<string, string>> Headers)
{
    /// <summary>The status of the last attempt; 0 where there was no answer, 200 for an acknowledgement over a socket.</summary>
    public int Status { get; init; }

    public string Answer { get; init; } = "";

    /// <summary>Real time from sending to the end of the answer, of the last attempt.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>What the user or the log would show: operation_timeout, http_error, or what is wrong with the answer. Null when all is well.</summary>
    public string? Error { get; init; }

    /// <summary>1, and up to 4 for events.</summary>
    public int Attempts { get; init; } = 1;

    public bool IsOk => Error is null && Status is >= 200 and < 300;

    /// <summary>The answer as JSON; undefined where it is none.</summary>
    public JsonElement Json
    {
        get
        {
            try
            {
                return JsonDocument.Parse(Answer).RootElement;
            }
            catch (JsonException)
            {
                return default;
            }
        }
    }

    /// <summary>The errors of a response_action "errors", by block id.</summary>
    public IReadOnlyDictionary<string, string> FieldErrors => Json.ValueKind is JsonValueKind.Object && Json.TryGetProperty("errors", out var errors) && errors.ValueKind is JsonValueKind.Object
        ? errors.EnumerateObject().ToDictionary(error => error.Name, error => error.Value.ToString())
        : new Dictionary<string, string>();

    public override string ToString() => $"{Kind}: {Status} in {Elapsed.TotalMilliseconds:0} ms{(Error is null ? "" : $", {Error}")} {Answer}";
}
