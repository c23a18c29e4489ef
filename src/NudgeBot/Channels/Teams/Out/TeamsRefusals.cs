using System.Net;
using System.Text.Json;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Teams.Out;

/// <summary>What Teams' refusals mean for what comes after (learn.microsoft.com, "Status codes from bot conversational APIs").</summary>
internal static class TeamsRefusals
{
    /// <summary>The code of a refusal; in an older form the code that counts is a text within the message.</summary>
    public static string Code(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement.ValueKind is not JsonValueKind.Object)
                return "";
            if (json.RootElement.TryGetProperty("error", out var error) && error.ValueKind is JsonValueKind.Object)
                return Inner(error) ?? Text(error, "code") ?? "";
            return Inner(json.RootElement) ?? "";
        }
        catch (JsonException)
        {
            return "";
        }
    }

    /// <summary>What a refusal means; names the call and the code and nothing else.</summary>
    public static ChannelException Of(string what, HttpStatusCode status, string code) =>
        new($"Teams refused {what}: {(int)status} {(code.All(char.IsLetterOrDigit) && code.Length is > 0 and < 60 ? code : "without a code")}.", Meaning(status, code));

    private static Refusal Meaning(HttpStatusCode status, string code) => (status, code) switch
    {
        (HttpStatusCode.Forbidden, "BotDisabledByAdmin" or "ConversationBlockedByUser" or "MessageWritesBlocked" or "BotNotInConversationRoster" or "ForbiddenOperationException")
            or (HttpStatusCode.NotFound, "ConversationNotFound" or "UserNotFound") => Refusal.Blocked,

        // The registration, the token or the address is at fault: somebody has to put it right, and then it goes out.
        (HttpStatusCode.Unauthorized, _) or (HttpStatusCode.Forbidden, "InvalidBotApiHost" or "") => Refusal.Later,

        // The documentation says of 500 not to repeat the call at once; what is late is not dropped for it.
        (HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError, _) => Refusal.Later,
        _ => Refusal.Never,
    };

    private static string? Inner(JsonElement element)
    {
        if (Text(element, "message") is not { } message || !message.Contains("subCode", StringComparison.Ordinal))
            return null;
        using var inner = JsonDocument.Parse(message);
        return inner.RootElement.ValueKind is JsonValueKind.Object ? Text(inner.RootElement, "subCode") : null;
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var text) && text.ValueKind is JsonValueKind.String ? text.GetString() : null;
}
