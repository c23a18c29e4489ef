using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NudgeBot.Tests.Support.Teams;

/// <summary>
/// What Teams asks of cards beside their types (learn.microsoft.com, "Cards reference", "Actions in cards" and "Limits and specifications for
/// Teams"), and what people ask who cannot see them.
/// </summary>
internal static class CardRules
{
    /// <summary>100 KB of UTF-16.</summary>
    private const int Largest = 50 * 1024;

    /// <summary>Buttons of one set that show at once.</summary>
    private const int MostShown = 6;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether Teams would refuse an activity for its size; pictures do not count.</summary>
    public static bool IsTooLarge(JsonObject activity)
    {
        var copy = (JsonObject)activity.DeepClone();
        foreach (var picture in Parts(copy).Where(part => (string?)part["type"] == "Image"))
            picture["url"] = "";
        return copy.ToJsonString(Plain).Length > Largest;
    }

    /// <summary>What is wrong with a card; empty when all is well.</summary>
    public static IReadOnlyList<string> Faults(JsonObject card)
    {
        var parts = Parts(card).ToList();
        var inputs = parts.Where(part => Type(part).StartsWith("Input.", StringComparison.Ordinal)).ToList();
        List<string> faults =
        [
            .. (string?)card["type"] == "AdaptiveCard" && (string?)card["version"] == "1.5" ? Array.Empty<string>() : ["is no card of version 1.5"],
            .. parts.Select(part => (string?)part["id"]).OfType<string>().GroupBy(id => id).Where(same => same.Count() > 1).Select(same => $"the id {same.Key} stands twice"),
            .. inputs.SelectMany(Input),
            .. parts.SelectMany(part => Part(part, inputs)),
        ];
        if (IsTooLarge(card))
            faults.Add("is larger than 100 KB");
        return faults;
    }

    private static IEnumerable<string> Input(JsonObject input)
    {
        if (IsEmpty(input["id"]) || IsEmpty(input["label"]))
            yield return "an input has no id or no label";
        if ((bool?)input["isRequired"] == true && IsEmpty(input["errorMessage"]))
            yield return $"{input["id"]} is required and does not say so when it is empty";
        var choices = (input["choices"] as JsonArray ?? []).Select(choice => (string?)choice!["value"] ?? "").ToList();
        if (Type(input) == "Input.ChoiceSet" && (choices.Count == 0 || choices.Distinct().Count() != choices.Count))
            yield return $"{input["id"]} has no choices, or one twice";
        if (Type(input) == "Input.ChoiceSet" && !IsEmpty(input["value"]) && ((string)input["value"]!).Split(',').Except(choices).Any())
            yield return $"{input["id"]} holds what cannot be chosen";
        if ((bool?)input["isMultiSelect"] == true && choices.Any(choice => choice.Contains(',', StringComparison.Ordinal)))
            yield return $"{input["id"]} has a choice with a comma, which parts choices";
    }

    private static IEnumerable<string> Part(JsonObject part, List<JsonObject> inputs)
    {
        switch (Type(part))
        {
            case "TextBlock" when IsEmpty(part["text"]):
                yield return "a text is empty";
                break;
            case "Image" when string.IsNullOrEmpty((string?)part["altText"]):
                yield return "a picture has no words";
                break;
            case "FactSet" when part["facts"] is not JsonArray { Count: > 0 }:
                yield return "facts have none";
                break;
            case "ActionSet" or "AdaptiveCard" when part["actions"] is JsonArray actions && actions.Count(action => (string?)action!["mode"] != "secondary") > MostShown:
                yield return $"more than {MostShown} buttons beside each other";
                break;
            case "Action.Execute" or "Action.Submit":
                if (IsEmpty(part["title"]))
                    yield return "a button says nothing";
                if (part["data"] is not JsonObject data || inputs.Any(input => data.ContainsKey((string)input["id"]!)))
                    yield return $"the button {part["title"]} carries nothing, or what an input's value would overwrite";
                if (Type(part) == "Action.Execute" && (string?)part["fallback"]?["type"] != "Action.Submit")
                    yield return $"the button {part["title"]} has nothing for older clients";
                break;
        }
    }

    /// <summary>The card and everything in it that has a type, and is no data of a button.</summary>
    private static IEnumerable<JsonObject> Parts(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Parts),
        JsonObject part => (part.ContainsKey("type") ? [part] : Array.Empty<JsonObject>())
            .Concat(part.Where(child => child.Key is not ("data" or "msteams" or "fallback" or "refresh")).SelectMany(child => Parts(child.Value)).ToList()),
        _ => [],
    };

    private static string Type(JsonObject part) => (string?)part["type"] ?? "";

    private static bool IsEmpty(JsonNode? text) => string.IsNullOrWhiteSpace((string?)text);
}
