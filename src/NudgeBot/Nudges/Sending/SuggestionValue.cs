namespace NudgeBot.Nudges.Sending;

/// <summary>What the buttons of a suggestion carry: its id, and behind a slash what was chosen. Never trusted.</summary>
internal static class SuggestionValue
{
    public static string Of(Guid suggestionId, string choice = "") => choice.Length == 0 ? suggestionId.ToString() : $"{suggestionId}/{choice}";

    /// <summary>The suggestion's id, or null when the value holds none.</summary>
    public static Guid? Read(string? value) => Guid.TryParse(value?.Split('/')[0], out var id) ? id : null;

    /// <summary>What was chosen; empty when the value holds nothing more than the id.</summary>
    public static string Choice(string? value) => value?.Split('/', 2) is [_, var choice] ? choice : "";
}
