using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Teams.Cards;

/// <summary>
/// Draws forms as cards: in a dialog, or in the chat itself. What can be known beforehand the client checks; what only NudgeBot finds wrong
/// is told right above the field that it belongs to, since cards have no faults of their own that come later.
/// </summary>
internal static class TeamsForms
{
    /// <summary>So few options are all shown.</summary>
    private const int Few = 4;

    /// <summary>A hint of so many characters fits into an empty field; a longer one stands below it, also while it is filled in.</summary>
    private const int ShortHint = 40;

    /// <summary>The card of a form.</summary>
    /// <param name="message">What is said above the fields, and the form.</param>
    /// <param name="isDialog">Whether it stands in a dialog, whose frame shows the title.</param>
    /// <param name="names">The names of accounts that are filled in.</param>
    /// <param name="text">Says that something is missing.</param>
    public static TeamsCard Write(Message message, bool isDialog, IReadOnlyDictionary<string, string> names, IStringLocalizer<TeamsWords> text)
    {
        var form = message.Form ?? throw new ArgumentException("It has no form.", nameof(message));
        List<TeamsElement> body = [];
        if (!isDialog)
            body.Add(new TeamsText(TeamsMarkdown.Escape(form.Title)) { Size = "Medium", Weight = "Bolder", Style = "heading" });
        var faults = form.Faults is { Count: > 0 } wrong && form.Fields.Any(field => wrong.ContainsKey(field.Id)) ? wrong : new Dictionary<string, string>();
        body.AddRange(faults.Count > 0 ? [Wrong(text["form.wrong"])] : TeamsParts.Paragraph(Intro(message.Text, form)));
        var data = TeamsActions.Data(form.ActionId, form.Value);
        var persons = new JsonObject();
        foreach (var field in form.Fields)
        {
            var fault = faults.GetValueOrDefault(field.Id);
            if (fault is not null)
                body.Add(Wrong(text["field.wrong", fault]));
            if (Draw(field, names, persons, text) is { } input)
                body.Add(fault is null ? input : input with { Spacing = "Small" });
            if (field.Hint is { Length: > 0 } hint && !IsWithin(field))
                body.Add(new TeamsText(TeamsMarkdown.Escape(hint)) { IsSubtle = true, Size = "Small", Spacing = "None" });
        }

        if (persons.Count > 0)
            data[TeamsActions.Persons] = persons;
        TeamsAction submit = isDialog ? new TeamsSubmit(form.Submit, data) { Style = "positive" } : TeamsActions.Execute(form.Submit, data) with { Style = "positive" };
        return new TeamsCard(body) { Actions = [submit], FallbackText = message.Text, Msteams = isDialog ? null : new("full") };
    }

    /// <summary>What is wrong, told by colour and in words.</summary>
    private static TeamsText Wrong(string words) =>
        new(TeamsMarkdown.Escape(TeamsParts.Cut(words.ReplaceLineEndings(" ")))) { Color = "Attention", Weight = "Bolder" };

    private static TeamsInput? Draw(Field field, IReadOnlyDictionary<string, string> names, JsonObject persons, IStringLocalizer<TeamsWords> text)
    {
        bool? isRequired = field.Optional ? null : true;
        string? missing = field.Optional ? null : text["field.missing", field.Label].Value, hint = IsWithin(field) ? field.Hint : null;
        switch (field)
        {
            case TextField free:
                return new TeamsTextInput(free.Id, free.Label, free.Value, isRequired, missing, hint, free.MaxLength, free.Lines ? true : null);
            case PersonField person:
                var shown = Name(person.Value, names);
                if (shown is not null && shown != person.Value)
                    persons[$"{person.Id}/{shown}"] = person.Value;
                return new TeamsTextInput(person.Id, person.Label, shown, isRequired, missing, hint ?? text["field.person"], null, null);
            case ChoiceField { Options.Count: > 0 } choice:
                return new TeamsChoiceInput(
                    choice.Id, choice.Label, choice.Value, isRequired, missing, [.. choice.Options.Select(option => new TeamsChoice(option.Label, option.Value))],
                    choice.Several ? true : null, choice.Several || choice.Options.Count <= Few ? "expanded" : "compact");
            case DateField date:
                return new TeamsDateInput(date.Id, date.Label, date.Value, isRequired, missing);
            case TimeField time:
                return new TeamsTimeInput(time.Id, time.Label, time.Value, isRequired, missing);
            case ChoiceField:
                return null;
            default:
                throw new NotSupportedException($"Teams has no way yet to ask for {field.GetType().Name}.");
        }
    }

    private static bool IsWithin(Field field) => field is TextField or PersonField && field.Hint is { Length: > 0 and <= ShortHint };

    /// <summary>Whom a field names, as people read it.</summary>
    private static string? Name(string? person, IReadOnlyDictionary<string, string> names) => person switch
    {
        ['<', '@', .. var account, '>'] => names.GetValueOrDefault(account, account),
        ['"', .. var name, '"'] when !name.Contains('"', StringComparison.Ordinal) => name,
        _ => person,
    };

    /// <summary>What is said above the fields. Where it lists what they hold, for whoever has no form, that need not be said twice.</summary>
    private static string Intro(string text, Form form)
    {
        var lines = text.Split('\n');
        List<string> left = [.. lines.Where(line => !form.Fields.Any(field => line.StartsWith($"{field.Label}: ", StringComparison.Ordinal)))];
        return left.Count == lines.Length ? text : string.Join('\n', left.Where(line => !line.EndsWith(':')));
    }
}
