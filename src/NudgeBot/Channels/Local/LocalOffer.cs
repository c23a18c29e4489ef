using NudgeBot.Chat;

namespace NudgeBot.Channels.Local;

/// <summary>Something that a message offers to press or send. What it does not offer is refused, as a real platform would.</summary>
/// <param name="Value">The value that goes with it.</param>
internal sealed record LocalOffer(string? Value)
{
    /// <summary>The button or form with this action, and this value if one was named; null when the message has none such, or several.</summary>
    public static LocalOffer? Find(Message message, string actionId, string? value)
    {
        if (message.Form is { } form && form.ActionId == actionId && (value is null || value == form.Value))
            return new(form.Value);
        List<Button> buttons =
            [.. message.Card?.Buttons.Where(button => button.ActionId == actionId && (value is null || value == button.Value)) ?? []];
        return buttons.Count == 1 || (buttons.Count > 1 && value is not null) ? new(buttons[0].Value) : null;
    }
}
