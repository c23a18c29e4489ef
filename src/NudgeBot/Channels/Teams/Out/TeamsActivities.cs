using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using NudgeBot.Channels.Teams.Cards;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Teams.Out;

/// <summary>
/// Writes messages as activities (github.com/microsoft/Agents, "Activity Protocol"). Text and card never go together: Teams would part
/// them and tell no id.
/// </summary>
internal static class TeamsActivities
{
    /// <summary>UTF-16 units of a notification's text.</summary>
    private const int Summary = 2000;

    /// <summary>UTF-16 units of one message's text; Teams takes 100 KB of UTF-16 in all.</summary>
    private const int MostText = 20_000;

    /// <summary>The same of what Teams found too large all the same.</summary>
    private const int LeastText = 4_000;

    /// <summary>A message's activities; usually one.</summary>
    /// <param name="message">What to say.</param>
    /// <param name="opens">Whether an action answers with a form.</param>
    /// <param name="names">The names of accounts that a form is filled in with.</param>
    /// <param name="text">Texts of forms.</param>
    public static IReadOnlyList<JsonObject> Write(
        Message message, Func<string, bool> opens, IReadOnlyDictionary<string, string> names, IStringLocalizer<TeamsWords> text) => message switch
        {
            { Form: not null } => [Card(TeamsForms.Write(message, isDialog: false, names, text), message.Text)],
            { Card: not null } => [.. TeamsWriter.Write(message, opens).Select((card, place) => Card(card, place == 0 ? message.Text : null))],
            _ => [.. Pieces(message.Text).Select(piece => new JsonObject { ["type"] = "message", ["text"] = piece, ["textFormat"] = "plain" })],
        };

    /// <summary>A card as an attachment.</summary>
    public static JsonObject Attachment(TeamsCard card) => new()
    {
        ["contentType"] = TeamsCard.MediaType,
        ["content"] = JsonSerializer.SerializeToNode(card, TeamsCardJson.Default.TeamsCard),
    };

    /// <summary>What is said instead of an activity that Teams finds too large: the beginning of its text; null where that is small already.</summary>
    public static JsonObject? Shorter(JsonObject activity)
    {
        var isText = activity["text"] is not null;
        var said = (string?)(isText ? activity["text"] : activity["attachments"]?[0]?["content"]?["fallbackText"] ?? activity["summary"]) is { Length: > 0 } words ? words : "…";
        if (said.Length > LeastText)
            said = string.Concat(said.AsSpan(0, char.IsHighSurrogate(said[LeastText - 2]) ? LeastText - 2 : LeastText - 1), "…");
        else if (isText)
            return null;
        return new JsonObject { ["type"] = "message", ["text"] = said, ["textFormat"] = "plain" };
    }

    /// <summary>A card as a message.</summary>
    public static JsonObject Card(TeamsCard card, string? summary)
    {
        var activity = new JsonObject { ["type"] = "message", ["attachments"] = new JsonArray(Attachment(card)) };
        if (summary is { Length: > 0 })
            activity["summary"] = summary.Length <= Summary ? summary : string.Concat(summary.AsSpan(0, Summary - 1), "…");
        return activity;
    }

    /// <summary>Puts something into what every button of a card carries.</summary>
    public static void Carry(JsonObject activity, string key, JsonNode value)
    {
        foreach (var button in Buttons(activity["attachments"]?[0]?["content"]))
        {
            foreach (var data in new[] { button["data"], button["fallback"]?["data"] }.OfType<JsonObject>())
                data[key] = value.DeepClone();
        }
    }

    /// <summary>Puts a quiet line above everything that a card says.</summary>
    public static void Head(JsonObject activity, string line) =>
        activity["attachments"]?[0]?["content"]?["body"]?.AsArray().Insert(0, JsonSerializer.SerializeToNode(TeamsParts.Paragraph(line, isSubtle: true).First(), TeamsCardJson.Default.TeamsElement));

    private static IEnumerable<JsonObject> Buttons(JsonNode? part) => part switch
    {
        JsonArray parts => parts.SelectMany(Buttons),
        JsonObject button when ((string?)button["type"])?.StartsWith("Action.", StringComparison.Ordinal) == true => [button],
        JsonObject element => element.Where(child => child.Key is "body" or "actions").SelectMany(child => Buttons(child.Value)),
        _ => [],
    };

    private static IEnumerable<string> Pieces(string text)
    {
        while (text.Length > MostText)
        {
            var seam = text.LastIndexOfAny(['\n', ' '], MostText - 1, MostText / 2);
            var piece = text[..(seam > 0 ? seam : char.IsHighSurrogate(text[MostText - 1]) ? MostText - 1 : MostText)];
            yield return piece;
            text = text[piece.Length..].TrimStart();
        }

        yield return text.Length == 0 ? "…" : text;
    }
}
