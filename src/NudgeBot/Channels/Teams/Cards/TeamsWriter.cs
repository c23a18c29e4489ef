using NudgeBot.Chat;

namespace NudgeBot.Channels.Teams.Cards;

/// <summary>Draws what NudgeBot says as Adaptive Cards, each within Teams' limit: what is too long for one becomes several.</summary>
internal static class TeamsWriter
{
    /// <summary>From so much text on, or so many buttons beside each other, a card takes the whole width.</summary>
    private const int Long = 300, Many = 4;

    /// <summary>The cards of a message that has one; usually one.</summary>
    public static IReadOnlyList<TeamsCard> Write(Message message, Func<string, bool> opens)
    {
        List<List<TeamsElement>> pages = [[]];
        var filled = 0;
        foreach (var element in Draw(message.Card!, opens))
        {
            var size = TeamsParts.Size(element);
            if (filled + size > TeamsParts.Largest && pages[^1].Count > 0)
            {
                pages.Add([]);
                filled = 0;
            }

            pages[^1].Add(element);
            filled += size;
        }

        return [.. pages.Where(page => page.Count > 0).Select((page, place) => new TeamsCard(page)
        {
            FallbackText = place == 0 ? TeamsParts.Cut(message.Text) : null,
            Msteams = IsWide(page) ? new("full") : null,
        })];
    }

    /// <summary>Whether the narrow width that Teams gives a card by itself would break it into too many lines.</summary>
    private static bool IsWide(List<TeamsElement> page) =>
        page.Any(element => element is TeamsFacts or TeamsImage || (element is TeamsActionSet set && set.Actions.Count(action => action.Mode is null) >= Many))
        || page.OfType<TeamsText>().Sum(line => line.Text.Length) > Long;

    /// <summary>The parts in their distances: what belongs to the part above it stands near it.</summary>
    private static IEnumerable<TeamsElement> Draw(Card card, Func<string, bool> opens)
    {
        CardElement? before = null;
        foreach (var element in card.Elements)
        {
            var isFirst = true;
            foreach (var drawn in element is Divider ? [] : TeamsParts.Draw(element, isTitle: before is null, opens))
            {
                yield return (isFirst, before, element) switch
                {
                    (true, Divider, _) => drawn with { Separator = true, Spacing = "Medium" },
                    (true, Heading, Paragraph or Quiet) or (true, Paragraph, Facts) or (true, Facts or Paragraph, Quiet) => drawn with { Spacing = "Small" },
                    (true, not null, Heading) => drawn with { Spacing = "Medium" },
                    _ => drawn,
                };
                isFirst = false;
            }

            before = element;
        }
    }
}
