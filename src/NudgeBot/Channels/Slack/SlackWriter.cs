using NudgeBot.Channels.Slack.Blocks;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Slack;

/// <summary>
/// Draws what NudgeBot says in Slack's blocks, within Slack's limits: what is too long for one block becomes several, and what is too
/// long for one message becomes several messages, so that nothing is left out and every button keeps its place behind what it is about.
/// </summary>
internal static class SlackWriter
{
    /// <summary>A message as Slack's; usually one.</summary>
    /// <param name="message">What to say; its form and its file have ways of their own.</param>
    /// <param name="pictures">The ids of its pictures, uploaded before, in their order. One without an id is told by its words.</param>
    public static IReadOnlyList<SlackMessage> Write(Message message, params IReadOnlyList<string?> pictures)
    {
        var pages = SlackPages.Fill(Draw(message.Card ?? new Card(), pictures));
        if (pages.Count == 0)
            pages = SlackPages.Fill([[.. Paragraph(message.Text)]]);
        return [.. pages.Select((page, place) => new SlackMessage(SlackWords.Fallback(place == 0 ? message.Text : SlackPages.Words(page)), page))];
    }

    /// <summary>The Home tab. It cannot be continued elsewhere: its cards are made to fit, and what would still be too much ends it.</summary>
    public static SlackView Home(Card card, params IReadOnlyList<string?> pictures) =>
        new("home", [.. Draw(card, pictures).SelectMany(group => group).Take(SlackLimits.ViewBlocks)]);

    /// <summary>The text of a paragraph, in as many blocks as it needs.</summary>
    public static IEnumerable<SlackBlock> Paragraph(string text) => SlackWords.Split(text, SlackLimits.Text).Select(SlackBlock (piece) =>
        SlackWords.HasReferences(piece)
            ? new SlackRichText([new([.. SlackWords.Rich(piece)])])
            : new SlackSection(SlackText.Plain(piece)));

    /// <summary>The blocks in groups that belong together: what is said, and the buttons for it.</summary>
    private static IEnumerable<IReadOnlyList<SlackBlock>> Draw(Card card, IReadOnlyList<string?> pictures)
    {
        List<SlackBlock> group = [];
        var picture = 0;
        foreach (var element in card.Elements)
        {
            if (element is ActionRow { Buttons: [{ Style: ButtonStyle.Normal } only] } && group is [.., SlackSection { Accessory: null } said])
                group[^1] = said with { Accessory = SlackActions.Write(only, 0) };
            else
                group.AddRange(element is Picture shown ? Draw(shown, pictures.ElementAtOrDefault(picture++)) : Draw(element));
            if (element is ActionRow or Divider)
            {
                yield return group;
                group = [];
            }
        }

        yield return group;
    }

    private static IEnumerable<SlackBlock> Draw(CardElement element) => element switch
    {
        Heading { Text.Length: <= SlackLimits.Header } heading when !string.IsNullOrWhiteSpace(heading.Text) => [new SlackHeader(SlackText.Plain(heading.Text))],
        Heading heading => Paragraph(heading.Text),
        Paragraph paragraph => Paragraph(paragraph.Text),
        Quiet quiet => Small(quiet.Text),
        Facts facts => Table(facts),
        Divider => [new SlackDivider()],
        ActionRow row => SlackActions.Write(row),
        _ => throw new NotSupportedException($"Slack has no way yet to draw {element.GetType().Name}."),
    };

    private static IEnumerable<SlackBlock> Draw(Picture picture, string? fileId) =>
        fileId is null ? Small(picture.Alt) : [new SlackImage(new(fileId), SlackWords.Cut(picture.Alt, SlackLimits.AltText))];

    private static IEnumerable<SlackBlock> Small(string text) =>
        SlackWords.Split(text, SlackLimits.Text).Select(piece => new SlackContext([SlackText.Of(piece, SlackLimits.Text)]));

    /// <summary>Facts below each other, each with its label in bold. (Slack's own fields stand in two columns, in which a list loses its order.)</summary>
    private static IEnumerable<SlackBlock> Table(Facts facts)
    {
        List<SlackRichTextPart> parts = [];
        var length = 0;
        foreach (var fact in facts.Items)
        {
            var label = SlackWords.Cut(fact.Label.Trim(), SlackLimits.Text / 4);
            foreach (var (piece, place) in SlackWords.Split(fact.Text.Length == 0 ? "–" : fact.Text, SlackLimits.Text / 2).Select((piece, place) => (piece, place)))
            {
                if (length > 0 && length + label.Length + piece.Length + 4 > SlackLimits.Text)
                {
                    yield return new SlackRichText([new(parts)]);
                    (parts, length) = ([], 0);
                }

                if (length > 0)
                    parts.Add(new SlackRun("\n"));
                if (place == 0 && label.Length > 0)
                    parts.AddRange([new SlackRun(label, new(Bold: true)), new SlackRun("  ")]);
                parts.AddRange(SlackWords.Rich(piece));
                length += label.Length + piece.Length + 4;
            }
        }

        if (parts.Count > 0)
            yield return new SlackRichText([new(parts)]);
    }
}
