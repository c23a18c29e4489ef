using NudgeBot.Chat;

namespace NudgeBot.Channels.Slack.Cards;

/// <summary>Draws a choice as Slack's users expect it: a few options all to be seen, more of them in a menu, very many in groups.</summary>
internal static class SlackChoices
{
    /// <summary>So few are all shown: of one choice, and of several.</summary>
    private const int Few = 3, FewBoxes = 5;

    /// <summary>The element, or null when there is nothing to choose, which Slack has no way to show.</summary>
    public static SlackElement? Write(ChoiceField field)
    {
        List<SlackOption> options = [.. field.Options.Select(option => new SlackOption(Label(option.Label), option.Value))];
        if (options.Count == 0)
            return null;
        string[] values = field.Several ? field.Value?.Split(',', StringSplitOptions.TrimEntries) ?? [] : [field.Value ?? ""];
        List<SlackOption> chosen = [.. options.Where(option => values.Contains(option.Value))];
        var areMany = options.Count > SlackLimits.Options;
        var (all, groups) = (areMany ? null : options, areMany ? Groups(options) : null);
        return field.Several
            ? options.Count <= FewBoxes
                ? new SlackCheckboxes(options, chosen.Count == 0 ? null : chosen)
                : new SlackMultiSelect(all, groups, chosen.Count == 0 ? null : chosen)
            // What is optional can be emptied again only in a menu.
            : options.Count <= Few && !field.Optional
                ? new SlackRadioButtons(options, chosen.FirstOrDefault())
                : new SlackSelect(all, groups, chosen.FirstOrDefault());
    }

    private static List<SlackOptionGroup> Groups(List<SlackOption> options) =>
        [.. options.Chunk(SlackLimits.Options).Select(group => new SlackOptionGroup(Label($"{Short(group[0])} – {Short(group[^1])}"), group))];

    private static string Short(SlackOption option) => SlackWords.Cut(option.Text.Text, 30);

    private static SlackText Label(string label) => SlackText.Plain(string.IsNullOrWhiteSpace(label) ? "…" : SlackWords.Cut(label, SlackLimits.Label));
}
