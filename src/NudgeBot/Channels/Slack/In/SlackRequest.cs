using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace NudgeBot.Channels.Slack.In;

/// <summary>Takes the body of a request of Slack's apart: commands and interactivity are forms, events are JSON.</summary>
internal static class SlackRequest
{
    private const string FormType = "application/x-www-form-urlencoded", JsonType = "application/json";

    /// <summary>
    /// Whether Slack only looks whether the certificate is good (<c>ssl_check=1</c>). It does not sign that; such a request is answered
    /// and never read further, whatever else it holds.
    /// </summary>
    public static bool IsCertificateCheck(string? contentType, byte[] body)
    {
        if (MediaType(contentType) != FormType || body.AsSpan().IndexOf("ssl_check"u8) < 0)
            return false;
        var checks = Encoding.UTF8.GetString(body).Split('&').Where(field => field.Split('=')[0] == "ssl_check").ToList();
        return checks is ["ssl_check=1"];
    }

    /// <summary>What was sent, with a command's fields as JSON, as they come over a socket; null when it cannot be read.</summary>
    public static async Task<(SlackKind Kind, JsonElement Payload)?> ReadAsync(string? contentType, byte[] body)
    {
        try
        {
            return MediaType(contentType) switch
            {
                JsonType => (SlackKind.Event, Parse(body)),
                FormType => await ReadFormAsync(Encoding.UTF8.GetString(body)),
                _ => null,
            };
        }
        catch (Exception error) when (error is JsonException or InvalidDataException)
        {
            return null;
        }
    }

    private static async Task<(SlackKind Kind, JsonElement Payload)?> ReadFormAsync(string body)
    {
        using var reader = new FormReader(body);
        var form = await reader.ReadFormAsync();
        return (form.GetValueOrDefault("payload"), form.GetValueOrDefault("command")) switch
        {
            ([{ } payload], _) => (SlackKind.Interaction, Parse(Encoding.UTF8.GetBytes(payload))),
            ({ Count: 0 }, [_]) => (SlackKind.Command, Fields(form)),
            _ => null,
        };
    }

    private static JsonElement Fields(Dictionary<string, Microsoft.Extensions.Primitives.StringValues> form) =>
        JsonSerializer.SerializeToElement(form.ToDictionary(field => field.Key, field => field.Value.ToString()), SlackPayloadsJson.Default.DictionaryStringString);

    private static JsonElement Parse(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind is JsonValueKind.Object ? document.RootElement.Clone() : throw new JsonException("Not an object.");
    }

    // The parameters, such as charset, are of no importance: JSON and Slack's forms are UTF-8.
    private static string? MediaType(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) ? type.MediaType?.ToLowerInvariant() : null;
}
