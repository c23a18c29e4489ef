using NudgeBot.Chat;

namespace NudgeBot.Channels.Teams.Cards;

/// <summary>Draws what NudgeBot says as Adaptive Cards, each within Teams' limit: what is too long for one becomes several.</summary>
internal static class TeamsWriter
{
    /// <summary>UTF-16 units of text on one card. Teams takes 100 KB of UTF-16 in all, pictures aside (learn.microsoft.com, "Limits and specifications").</summary>
    private const int MostText = 20_000;

    /// <summary>Facts and longer texts want the whole width.</summary>
    private const int Long = 300;

    /// <summary>The cards of a message that has one; usually one.</summary>
    public static IReadOnlyList<TeamsCard> Write(Message message, Func<string, bool> opens)
    {
        List<List<TeamsElement>> pages = [[]];
        var filled = 0;
        foreach (var element in Draw(message.Card!, opens))
        {
            var size = Size(element);
            if (filled + size > MostText && pages[^1].Count > 0)
            {
                pages.Add([]);
                filled = 0;
            }

            pages[^1].Add(element);
            filled += size;
        }

        return [.. pages.Where(page => page.Count > 0).Select((page, place) => new TeamsCard(page)
        {
            FallbackText = place == 0 ? Cut(message.Text) : null,
            Msteams = page.OfType<TeamsFacts>().Any() || page.OfType<TeamsImage>().Any() || page.Sum(Size) > Long ? new("Full") : null,
        })];
    }

    /// <summary>Lines of text; those that follow each other closely.</summary>
    public static IEnumerable<TeamsText> Paragraph(string text, bool isSubtle = false) =>
        text.Split('\n').Where(line => line.Trim().Length > 0).SelectMany(line => Pieces(line)).Select((line, place) => new TeamsText(TeamsMarkdown.Escape(line))
        {
            Spacing = place == 0 ? null : "Small",
            IsSubtle = isSubtle ? true : null,
            Size = isSubtle ? "Small" : null,
        });

    private static IEnumerable<TeamsElement> Draw(Card card, Func<string, bool> opens)
    {
        var isParted = false;
        foreach (var element in card.Elements)
        {
            if (element is Divider)
            {
                isParted = true;
                continue;
            }

            foreach (var drawn in Draw(element, opens))
            {
                yield return isParted ? drawn with { Separator = true, Spacing = "Medium" } : drawn;
                isParted = false;
            }
        }
    }

    private static IEnumerable<TeamsElement> Draw(CardElement element, Func<string, bool> opens) => element switch
    {
        Heading heading => Pieces(heading.Text).Select(piece => new TeamsText(TeamsMarkdown.Escape(piece)) { Size = "Medium", Weight = "Bolder", Style = "heading" }),
        Paragraph paragraph => Paragraph(paragraph.Text),
        Quiet quiet => Paragraph(quiet.Text, isSubtle: true),
        Facts facts => facts.Items.Chunk(50).Select(items => new TeamsFacts([.. items.Select(fact => new TeamsFact(Line(fact.Label), Line(fact.Text)))])),
        Picture picture => [new TeamsImage($"data:{picture.Image.MediaType};base64,{Convert.ToBase64String(picture.Image.Bytes)}", picture.Alt)],
        ActionRow { Buttons.Count: 0 } => [],
        ActionRow row => [new TeamsActionSet([.. TeamsActions.Write(row, opens)])],
        _ => throw new NotSupportedException($"Teams has no way yet to draw {element.GetType().Name}."),
    };

    private static string Line(string text) => TeamsMarkdown.Escape(Cut(text.ReplaceLineEndings(" ")));

    private static string Cut(string text) => text.Length <= MostText / 4 ? text : string.Concat(text.AsSpan(0, (MostText / 4) - 1), "…");

    /// <summary>A line in pieces that fit on a card.</summary>
    private static IEnumerable<string> Pieces(string line)
    {
        while (line.Length > MostText / 2)
        {
            var seam = line.LastIndexOf(' ', (MostText / 2) - 1, MostText / 4);
            var piece = line[..(seam > 0 ? seam : char.IsHighSurrogate(line[(MostText / 2) - 1]) ? (MostText / 2) - 1 : MostText / 2)];
            yield return piece;
            line = line[piece.Length..];
        }

        yield return line;
    }

    private static int Size(TeamsElement element) => element switch
    {
        TeamsText text => text.Text.Length + 60,
        TeamsFacts facts => facts.Facts.Sum(fact => fact.Title.Length + fact.Value.Length + 30),
        TeamsActionSet set => set.Actions.Sum(action => action.Title.Length + (2 * (action.Data.ToJsonString().Length + 60))),
        _ => 100,
    };
}
