using NudgeBot.Chat;

namespace NudgeBot.Channels.Slack.Cards;

/// <summary>
/// Draws facts below each other, each with its label in bold: line by line, or apart where most are long, so that the eye finds where
/// each begins. (Slack's own fields stand in two columns, in which a list loses its order.)
/// </summary>
internal static class SlackFacts
{
    /// <summary>About a line of a message on a wide screen.</summary>
    private const int Line = 80;

    /// <summary>More than these stand close, lest the card become too long to read.</summary>
    private const int MostApart = 15;

    public static IEnumerable<SlackBlock> Write(Facts facts)
    {
        var pieces = facts.Items.SelectMany(Pieces).ToList();
        var between = new SlackRun(pieces.Count <= MostApart && pieces.Count(piece => piece.Length > Line) * 2 > pieces.Count ? "\n\n" : "\n");
        List<SlackRichTextPart> parts = [];
        var length = 0;
        foreach (var piece in pieces)
        {
            if (parts.Count > 0 && length + piece.Length > SlackLimits.Text)
            {
                yield return new SlackRichText([new(parts)]);
                (parts, length) = ([], 0);
            }

            if (parts.Count > 0)
                parts.Add(between);
            parts.AddRange(piece.Parts);
            length += piece.Length;
        }

        if (parts.Count > 0)
            yield return new SlackRichText([new(parts)]);
    }

    /// <summary>A fact in pieces that each fit into a block; usually one.</summary>
    private static IEnumerable<Piece> Pieces(Fact fact)
    {
        var label = SlackWords.Cut(fact.Label.Trim(), SlackLimits.Text / 4);
        SlackRichTextPart[] bold = label.Length == 0 ? [] : [new SlackRun(label, new(Bold: true)), new SlackRun("  ")];
        return SlackWords.Split(string.IsNullOrWhiteSpace(fact.Text) ? "–" : fact.Text, SlackLimits.Text / 2)
            .Select((text, place) => new Piece([.. place == 0 ? bold : [], .. SlackWords.Rich(text)], label.Length + text.Length + 4));
    }

    private sealed record Piece(IReadOnlyList<SlackRichTextPart> Parts, int Length);
}
