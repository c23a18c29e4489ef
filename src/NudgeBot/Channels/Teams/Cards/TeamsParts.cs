using System.Text.Encodings.Web;
using System.Text.Json;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Teams.Cards;

/// <summary>Draws one part of a card, in pieces that fit on one.</summary>
internal static class TeamsParts
{
    /// <summary>UTF-16 units of one card's JSON, pictures aside. Teams takes 100 KB of UTF-16 in all (learn.microsoft.com, "Limits and specifications").</summary>
    public const int Largest = 40_000;

    /// <summary>UTF-16 units of one line, before what Markdown and JSON put into it.</summary>
    private const int LongestLine = 8_000;

    /// <summary>UTF-16 units of a fact, and of what clients show that draw no cards.</summary>
    private const int LongestFact = 4_000;

    /// <summary>A longer label breaks in the narrow column that clients give it: it stands above its text.</summary>
    private const int LongestLabel = 24;

    /// <summary>Letters as they are, as cards go out.</summary>
    private static readonly TeamsCardJson Readable = new(new JsonSerializerOptions(TeamsCardJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Draws a part.</summary>
    /// <param name="element">The part.</param>
    /// <param name="isTitle">Whether it is the first of its card.</param>
    /// <param name="opens">Whether an action answers with a form, for which a dialog opens.</param>
    public static IEnumerable<TeamsElement> Draw(CardElement element, bool isTitle, Func<string, bool> opens) => element switch
    {
        Heading heading => Pieces(heading.Text).Where(piece => piece.Trim().Length > 0)
            .Select(piece => new TeamsText(TeamsMarkdown.Escape(piece)) { Size = isTitle ? "Medium" : "Default", Weight = "Bolder", Style = "heading" }),
        Paragraph paragraph => Paragraph(paragraph.Text),
        Quiet quiet => Paragraph(quiet.Text, isSubtle: true),
        Facts facts => facts.Items.Any(fact => fact.Label.Length > LongestLabel)
            ? facts.Items.SelectMany(Above)
            : Sets(facts.Items.Select(fact => new TeamsFact(Line(fact.Label), Line(fact.Text))), fact => JsonSerializer.Serialize(fact, Readable.TeamsFact).Length)
                .Select(set => new TeamsFacts(set)),
        Picture picture => [new TeamsImage($"data:{picture.Image.MediaType};base64,{Convert.ToBase64String(picture.Image.Bytes)}", Cut(picture.Alt, LongestLine))],
        ActionRow row => Sets(TeamsActions.Write(row, opens), action => JsonSerializer.Serialize(action, Readable.TeamsAction).Length).Select(set => new TeamsActionSet(set)),
        _ => throw new NotSupportedException($"Teams has no way yet to draw {element.GetType().Name}."),
    };

    /// <summary>Lines of text; those that follow each other closely.</summary>
    public static IEnumerable<TeamsText> Paragraph(string text, bool isSubtle = false) =>
        text.Split('\n').Where(line => line.Trim().Length > 0).SelectMany(line => Pieces(line)).Select((line, place) => new TeamsText(TeamsMarkdown.Escape(line))
        {
            Spacing = place == 0 ? null : "Small",
            IsSubtle = isSubtle ? true : null,
            Size = isSubtle ? "Small" : null,
        });

    public static string Cut(string text, int most = LongestFact) => text.Length <= most ? text : string.Concat(text.AsSpan(0, End(text, most - 1)), "…");

    /// <summary>UTF-16 units that a part takes of <see cref="Largest"/>.</summary>
    public static int Size(TeamsElement element) => JsonSerializer.Serialize(element is TeamsImage picture ? picture with { Url = "" } : element, Readable.TeamsElement).Length;

    /// <summary>A fact whose label stands above it.</summary>
    private static IEnumerable<TeamsText> Above(Fact fact) =>
        new[] { new TeamsText(Line(fact.Label)) { Weight = "Bolder", Spacing = "Small" }, new TeamsText(Line(fact.Text)) { Spacing = "None" } }.Where(line => line.Text.Length > 0);

    private static string Line(string text) => TeamsMarkdown.Escape(Cut(text.ReplaceLineEndings(" ")).Trim());

    /// <summary>A line in pieces that fit on a card.</summary>
    private static IEnumerable<string> Pieces(string line)
    {
        while (line.Length > LongestLine)
        {
            var seam = line.LastIndexOf(' ', LongestLine - 1, LongestLine / 2);
            var piece = line[..(seam > 0 ? seam : End(line, LongestLine))];
            yield return piece;
            line = line[piece.Length..];
        }

        yield return line;
    }

    /// <summary>Where to cut without parting the two halves of a character.</summary>
    private static int End(string text, int most) => char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;

    /// <summary>What stands together, in sets of which each fits on a card; nearly always a single one.</summary>
    private static IEnumerable<List<T>> Sets<T>(IEnumerable<T> items, Func<T, int> size)
    {
        List<T> set = [];
        var filled = 0;
        foreach (var item in items)
        {
            if (set.Count > 0 && filled + size(item) > Largest / 2)
            {
                yield return set;
                (set, filled) = ([], 0);
            }

            set.Add(item);
            filled += size(item);
        }

        if (set.Count > 0)
            yield return set;
    }
}
