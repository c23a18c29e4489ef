using System.Text.Json;

namespace NudgeBot.Tests.Support.Slack;

/// <summary>A request that the fake was sent, and what it answered.</summary>
/// <param name="Method">The Web API method, or "response_url", "upload".</param>
/// <param name="At">By the fake's clock.</param>
/// <param name="Team">The workspace or organisation of the token.</param>
/// <param name="Error">The error code of the answer, or null.</param>
internal sealed record SlackCall(string Method, DateTimeOffset At, string? Team, JsonElement Arguments, int Status, string? Error)
{
    public string? this[string name] => Arguments.ValueKind is JsonValueKind.Object && Arguments.TryGetProperty(name, out var value) ? value.ToString() : null;
}
