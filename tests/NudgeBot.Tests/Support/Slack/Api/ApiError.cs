using System.Text.Json.Nodes;

namespace NudgeBot.Tests.Support.Slack.Api;

/// <summary>An answer with ok:false. Slack answers those with status 200.</summary>
internal sealed class ApiError(string code, JsonObject? more = null) : Exception(code)
{
    public string Code => Message;

    public JsonObject ToJson()
    {
        var answer = new JsonObject { ["ok"] = false, ["error"] = Code };
        foreach (var (name, value) in more ?? [])
            answer[name] = value?.DeepClone();
        return answer;
    }

    /// <summary>Arguments are missing or wrong; Slack names each in the metadata.</summary>
    public static ApiError Arguments(params string[] messages) =>
        new("invalid_arguments", new() { ["response_metadata"] = new JsonObject { ["messages"] = new JsonArray([.. messages.Select(message => (JsonNode)$"[ERROR] {message}")]) } });
}
