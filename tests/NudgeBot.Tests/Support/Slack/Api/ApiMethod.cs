using System.Text.Json.Nodes;

namespace NudgeBot.Tests.Support.Slack.Api;

/// <summary>What Slack's reference says of one method.</summary>
/// <param name="PerMinute">The lower bound of its tier; 0 for a special one.</param>
/// <param name="Json">Whether a JSON body is read; else its arguments are ignored.</param>
/// <param name="Scopes">Any one of these is needed; none: any token will do.</param>
internal sealed record ApiMethod(string Name, int PerMinute, bool Json, string[] Scopes, Func<ApiCall, JsonObject> Run)
{
    /// <summary>Which token it takes; null: none at all (the client's id and secret instead).</summary>
    public TokenKind? Token { get; init; } = TokenKind.Bot;

    public static JsonObject Ok(params (string Name, JsonNode? Value)[] fields)
    {
        var answer = new JsonObject { ["ok"] = true };
        foreach (var (name, value) in fields)
            answer[name] = value;
        return answer;
    }
}
