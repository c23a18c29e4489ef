using System.Text.Json;
using System.Text.Json.Nodes;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Slack.Cards;

/// <summary>
/// Forms as Slack's modals. A field's id is the block's id; the action that the submission arrives as is the modal's callback id; what the
/// form carries, and where it was opened, travels in its private metadata.
/// </summary>
internal static class SlackForms
{
    /// <summary>The action id of a field for a person; options for it are asked for while one types (<c>block_suggestion</c>).</summary>
    public const string Person = "person";

    private const string Input = "input";

    private const string Modal = "modal";

    /// <summary>
    /// The modal of a message with a form; what the message says stands on top of it, which is also where a form that was sent back says
    /// what is wrong. Values that were typed stay, since Slack keeps them for a block of the same id.
    /// </summary>
    /// <param name="message">A message with a form.</param>
    /// <param name="place">Where the form was opened.</param>
    /// <param name="names">What accounts are called, by their ids, for fields that hold a person from the start.</param>
    public static SlackView Write(Message message, SlackFormPlace place, IReadOnlyDictionary<string, string>? names = null)
    {
        var form = message.Form ?? throw new ArgumentException("The message has no form.", nameof(message));
        var fields = form.Fields.Select(field => Write(field, names)).OfType<SlackBlock>().ToList();
        var intro = SlackWriter.Paragraph(Intro(message.Text, form)).Take(SlackLimits.ViewBlocks - fields.Count);
        return new(
            Modal, [.. intro, .. fields], Label(form.Title, SlackLimits.ModalTitle), Label(form.Submit, SlackLimits.ModalTitle), form.ActionId,
            place.Write(form.Value));
    }

    /// <summary>Reads a submitted modal (the <c>view</c> of <c>view_submission</c>); null when it is none of NudgeBot's.</summary>
    public static SlackSubmission? Read(JsonElement view)
    {
        if (view.ValueKind != JsonValueKind.Object || Text(view, "callback_id") is not { Length: > 0 } actionId)
            return null;
        var (value, place) = SlackFormPlace.Read(Text(view, "private_metadata"));
        Dictionary<string, string> fields = [];
        if (Member(view, "state") is { } state && Member(state, "values") is { } blocks)
        {
            foreach (var block in blocks.EnumerateObject().Where(block => block.Value.ValueKind == JsonValueKind.Object))
            {
                if (block.Value.EnumerateObject().Select(element => Filled(element.Value)).FirstOrDefault(filled => filled is not null) is { } filled)
                    fields[block.Name] = filled;
            }
        }

        return new(actionId, value, fields, place);
    }

    /// <summary>What is wrong with a form, by its blocks; null where it belongs to none of those that are shown.</summary>
    /// <param name="form">The form with its faults.</param>
    /// <param name="shown">The modal that was sent.</param>
    public static JsonObject? Faults(Form form, JsonElement shown)
    {
        if (form.Faults is not { Count: > 0 } faults || Text(shown, "callback_id") != form.ActionId
            || !shown.TryGetProperty("blocks", out var blocks) || blocks.ValueKind != JsonValueKind.Array)
            return null;
        var inputs = blocks.EnumerateArray().Where(block => Text(block, "type") == "input").Select(block => Text(block, "block_id")).ToHashSet();
        return faults.Keys.All(inputs.Contains)
            ? new(faults.Select(fault => KeyValuePair.Create(fault.Key, (JsonNode?)SlackWords.Cut(fault.Value, SlackLimits.FieldLabel))))
            : null;
    }

    /// <summary>What is said above the fields. Where it lists what they hold, for whoever has no form, that need not be said twice.</summary>
    private static string Intro(string text, Form form)
    {
        var lines = text.Split('\n');
        List<string> left = [.. lines.Where(line => !form.Fields.Any(field => line.StartsWith($"{field.Label}: ", StringComparison.Ordinal)))];
        return left.Count == lines.Length ? text : string.Join('\n', left.Where(line => !line.EndsWith(':')));
    }

    private static SlackInput? Write(Field field, IReadOnlyDictionary<string, string>? names)
    {
        SlackElement? element = field switch
        {
            TextField text => new SlackTextInput(text.Lines, Most(text), text.Value is { Length: > 0 } value ? SlackWords.Cut(value, Most(text)) : null),
            ChoiceField choice => SlackChoices.Write(choice),
            DateField => new SlackDatePicker(DateOnly.TryParseExact(field.Value, "yyyy-MM-dd", out _) ? field.Value : null),
            TimeField => new SlackTimePicker(TimeOnly.TryParseExact(field.Value, "HH:mm", out _) ? field.Value : null),
            PersonField => new SlackExternalSelect(MinQueryLength: 1, Chosen(field.Value, names)),
            _ => throw new NotSupportedException($"Slack has no way yet to ask for {field.GetType().Name}."),
        };
        return element is null ? null : new SlackInput(
            Label(field.Label, SlackLimits.FieldLabel), element with { ActionId = field is PersonField ? Person : Input }, field.Optional,
            string.IsNullOrWhiteSpace(field.Hint) ? null : Label(field.Hint, SlackLimits.FieldLabel))
        {
            BlockId = field.Id,
        };
    }

    private static int Most(TextField text) => Math.Clamp(text.MaxLength, 1, SlackLimits.Input);

    private static SlackOption? Chosen(string? person, IReadOnlyDictionary<string, string>? names) => person switch
    {
        null or { Length: 0 or > SlackLimits.Label } => null,
        ['<', '@', .. var account, '>'] => new(Label(names?.GetValueOrDefault(account) ?? $"@{account}", SlackLimits.Label), person),
        _ => new(Label(person, SlackLimits.Label), person),
    };

    private static SlackText Label(string text, int longest) => SlackText.Plain(string.IsNullOrWhiteSpace(text) ? "…" : SlackWords.Cut(text, longest));

    /// <summary>What an element holds, as the core wants it; null when it holds nothing.</summary>
    private static string? Filled(JsonElement element) => Text(element, "type") switch
    {
        "plain_text_input" => Text(element, "value"),
        "datepicker" => Text(element, "selected_date"),
        "timepicker" => Text(element, "selected_time"),
        "static_select" or "radio_buttons" or "external_select" => Member(element, "selected_option") is { } option ? Text(option, "value") : null,
        "checkboxes" or "multi_static_select" when element.TryGetProperty("selected_options", out var options) && options.ValueKind == JsonValueKind.Array =>
            string.Join(',', options.EnumerateArray().Select(option => Text(option, "value")).OfType<string>()),
        _ => null,
    };

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Object ? member : null;
}

/// <summary>A form as it was sent.</summary>
/// <param name="ActionId">The form's action.</param>
/// <param name="Value">What the form carried.</param>
/// <param name="Fields">What was filled in, by the fields' ids.</param>
/// <param name="Place">Where it was opened.</param>
internal sealed record SlackSubmission(string ActionId, string? Value, IReadOnlyDictionary<string, string> Fields, SlackFormPlace Place);
