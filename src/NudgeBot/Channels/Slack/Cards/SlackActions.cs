using System.Globalization;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Slack.Cards;

/// <summary>
/// How buttons travel. Slack wants the ids within a block to differ, so a button's id is the action's with its place: <c>nudge.snooze:2</c>.
/// The options of an overflow menu have only a value: <c>circle.rest|4b6f…</c>.
/// </summary>
internal static class SlackActions
{
    private const string Menu = "more";

    /// <summary>Which action was pressed with which value; the inverse of what <see cref="SlackWriter"/> writes.</summary>
    /// <param name="actionId">The element's <c>action_id</c>.</param>
    /// <param name="value">A button's <c>value</c>.</param>
    /// <param name="selected">The <c>value</c> of an overflow menu's <c>selected_option</c>.</param>
    /// <returns>Null when NudgeBot never wrote such an element, or when there is nothing to do, as for a menu in a form.</returns>
    public static (string ActionId, string? Value)? Read(string? actionId, string? value, string? selected)
    {
        if (actionId?.LastIndexOf(':') is not ({ } at and > 0) || !actionId.AsSpan(at + 1).ContainsOnlyDigits)
            return null;
        if (actionId[..at] != Menu)
            return (actionId[..at], value);
        return selected?.Split('|', 2) switch
        {
            [{ Length: > 0 } action] => (action, null),
            [{ Length: > 0 } action, var chosen] => (action, chosen),
            _ => null,
        };
    }

    /// <summary>The rows of an action row: its buttons, and behind them menus of what is marked as more.</summary>
    public static IEnumerable<SlackActionsBlock> Write(ActionRow row)
    {
        List<Button> plain = [.. row.Buttons.Where(button => !IsForMenu(button))], menu = [.. row.Buttons.Where(IsForMenu)];
        // A menu needs two options; what would be alone in one stands beside the others.
        if (menu.Count % SlackLimits.OverflowMost == 1)
        {
            plain.Add(menu[^1]);
            menu.RemoveAt(menu.Count - 1);
        }

        return plain.Select(Write)
            .Concat(menu.Chunk(SlackLimits.OverflowMost).Select(SlackElement (options, place) => new SlackOverflow([.. options.Select(Option)]) { ActionId = Id(Menu, place) }))
            .Chunk(SlackLimits.Actions).Select(elements => new SlackActionsBlock(elements));
    }

    /// <summary>A button at its place in the block.</summary>
    public static SlackElement Write(Button button, int place) => new SlackButton(
        SlackText.Plain(Label(button)), string.IsNullOrEmpty(button.Value) ? null : button.Value,
        button.Style switch { ButtonStyle.Primary => "primary", ButtonStyle.Danger => "danger", _ => null },
        button.About is { Length: > 0 } about ? SlackWords.Cut($"{button.Label}, {about}", SlackLimits.Label) : null)
    {
        ActionId = Id(button.ActionId, place),
    };

    private static bool IsForMenu(Button button) => button.More && OptionValue(button).Length <= SlackLimits.Label;

    private static SlackOption Option(Button button) => new(SlackText.Plain(Label(button)), OptionValue(button));

    private static string OptionValue(Button button) => string.IsNullOrEmpty(button.Value) ? button.ActionId : $"{button.ActionId}|{button.Value}";

    private static string Label(Button button) => string.IsNullOrWhiteSpace(button.Label) ? "…" : SlackWords.Cut(button.Label, SlackLimits.Label);

    private static string Id(string actionId, int place) => $"{actionId}:{place.ToString(CultureInfo.InvariantCulture)}";

    extension(ReadOnlySpan<char> text)
    {
        private bool ContainsOnlyDigits => text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9');
    }
}
