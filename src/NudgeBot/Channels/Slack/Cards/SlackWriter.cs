using NudgeBot.Chat;

namespace NudgeBot.Channels.Slack.Cards;

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
        var pages = SlackPages.Fill(Draw(message.Card ?? new Card(), pictures, isPage: false));
        if (pages.Count == 0)
            pages = SlackPages.Fill([[.. Paragraph(message.Text)]]);
        return [.. pages.Select((page, place) => new SlackMessage(SlackWords.Fallback(place == 0 ? message.Text : SlackPages.Words(page)), page))];
    }

    /// <summary>The Home tab. It cannot be continued elsewhere: its cards are made to fit, and what would still be too much ends it.</summary>
    public static SlackView Home(Card card, params IReadOnlyList<string?> pictures) =>
        new("home", [.. Draw(card, pictures, isPage: true).SelectMany(group => group).Take(SlackLimits.ViewBlocks)]);

    /// <summary>The text of a paragraph, in as many blocks as it needs.</summary>
    public static IEnumerable<SlackBlock> Paragraph(string text) => SlackWords.Split(text, SlackLimits.Text).Select(SlackBlock (piece) =>
        SlackWords.HasReferences(piece)
            ? new SlackRichText([new([.. SlackWords.Rich(piece)])])
            : new SlackSection(SlackText.Plain(piece)));

    /// <summary>The blocks in groups that belong together: what is said, and the buttons for it.</summary>
    private static IEnumerable<IReadOnlyList<SlackBlock>> Draw(Card card, IReadOnlyList<string?> pictures, bool isPage)
    {
        List<SlackBlock> group = [];
        var (picture, headed) = (0, false);
        foreach (var element in card.Elements)
        {
            if (element is ActionRow { Buttons: [{ Style: ButtonStyle.Normal } only] } && group is [.., SlackSection { Accessory: null } said])
                group[^1] = said with { Accessory = SlackActions.Write(only, 0) };
            else
                group.AddRange(element switch
                {
                    Picture shown => Draw(shown, pictures.ElementAtOrDefault(picture++)),
                    Heading heading => Draw(heading, isLarge: isPage || !headed),
                    _ => Draw(element),
                });
            headed |= element is Heading;
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
        Paragraph paragraph => Paragraph(paragraph.Text),
        Quiet quiet => Small(quiet.Text),
        Facts facts => SlackFacts.Write(facts),
        Divider => [new SlackDivider()],
        ActionRow row => SlackActions.Write(row),
        _ => throw new NotSupportedException($"Slack has no way yet to draw {element.GetType().Name}."),
    };

    /// <summary>Slack's headers are all of one size: under the first of a message, parts begin with a bold line. A page has several.</summary>
    private static IEnumerable<SlackBlock> Draw(Heading heading, bool isLarge) =>
        isLarge && heading.Text.Trim() is { Length: > 0 and <= SlackLimits.Header } whole
            ? [new SlackHeader(SlackText.Plain(whole))]
            : SlackWords.Split(heading.Text, SlackLimits.Text).Select(SlackBlock (piece) => new SlackRichText([new([new SlackRun(piece, new(Bold: true))])]));

    private static IEnumerable<SlackBlock> Draw(Picture picture, string? fileId) =>
        fileId is null ? Small(picture.Alt) : [new SlackImage(new(fileId), SlackWords.Cut(picture.Alt, SlackLimits.AltText))];

    private static IEnumerable<SlackBlock> Small(string text) =>
        SlackWords.Split(text, SlackLimits.Text).Select(piece => new SlackContext([SlackText.Of(piece, SlackLimits.Text)]));
}
