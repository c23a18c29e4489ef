using System.Globalization;
using Humanizer;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Circle.Asks;
using NudgeBot.Commands;
using NudgeBot.Ledger;

namespace NudgeBot.Digests;

/// <summary>Words a digest for the channel, in the channel's language whoever looks at it.</summary>
internal sealed class DigestCard(IStringLocalizer<DigestText> text)
{
    /// <summary>The most characters of somebody's words; Slack takes 3,000 in a section, and a digest is read in passing.</summary>
    private const int LongestQuote = 300;

    /// <summary>The post.</summary>
    /// <param name="turn">The channel's turn, which has its language.</param>
    /// <param name="content">What it shows; when everything in it was taken down, it says so.</param>
    /// <param name="postId">Which post it is; null for one that is yet to come.</param>
    /// <param name="viewer">Whose own card it is, with the buttons that are of use to them; null for the one that stands for everybody.</param>
    public Message Compose(Turn turn, DigestContent content, Guid? postId = null, string? viewer = null)
    {
        var (culture, uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = turn.Culture;
        try
        {
            return content.IsEmpty ? new Message(text["taken.down"]) : Post(turn, content, postId, viewer);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
        }
    }

    private Message Post(Turn turn, DigestContent content, Guid? postId, string? viewer)
    {
        List<CardElement> elements = [new Heading(text["title"])];
        if (content.Thanks.Count > 0)
            elements.Add(new Quiet(text["thanks.title"]));
        foreach (var line in content.Thanks)
        {
            elements.Add(new Paragraph(Thanks(turn, line, Name(line[0].FromMemberId, content))));
            List<string> concerned = [line[0].FromMemberId, .. line.Select(row => row.GiverAccountId).OfType<string>()];
            if (viewer is null || concerned.Contains(viewer))
                elements.Add(new ActionRow(new Button(TakeDownThanksAction.Id, text["thanks.takedown"], line[0].SharedId.ToString(), About: Givers(line), For: concerned)));
        }

        if (content.Asks.Count > 0)
            elements.Add(new Quiet(text["asks.title"]));
        foreach (var ask in content.Asks)
        {
            elements.Add(new Paragraph(text["ask", Name(ask.AuthorId, content), ask.Text.Truncate(LongestQuote)]));
            if (viewer != ask.AuthorId)
                elements.Add(new ActionRow(new Button(HelpAction.Id, text["ask.help"], ask.AskId.ToString(), About: Name(ask.AuthorId, content))));
        }

        if (content.Pairs.Count > 0)
            elements.Add(new Quiet(text["pairs.title"]));
        elements.AddRange(content.Pairs.Select(pair => new Paragraph(text["pair", Name(pair.FirstId, content), Name(pair.SecondId, content)])));
        if (content.Waiting is { } waiting)
            elements.Add(new Paragraph(text["waiting", waiting]));
        Button join = new(JoinCircleAction.Id, text["join"]), leave = new(LeaveCircleAction.Id, text["leave"]);
        elements.Add(new ActionRow(
        [
            new Button(ShowMineAction.Id, text["mine"], Style: ButtonStyle.Primary),
            .. viewer is null ? [join, leave] : content.Joined.Contains(viewer) ? [leave] : new[] { join },
        ]));
        elements.Add(new Quiet(text["footer"]));
        return new Message(Plain(elements), new Card(elements) { View = postId?.ToString() });
    }

    private string Thanks(Turn turn, IReadOnlyList<SharedThanks> line, string receiver)
    {
        var first = line[0];
        return text[
            first.Text.Length == 0 ? "thanks.bare" : "thanks",
            receiver,
            Givers(line),
            first.Text.Truncate(LongestQuote),
            turn.Show(first.On)];
    }

    private static string Givers(IEnumerable<SharedThanks> line) => line.Select(row => row.GiverName).Humanize();

    private string Name(string accountId, DigestContent content) => content.Names.GetValueOrDefault(accountId, text["somebody"]);

    private static string Plain(IEnumerable<CardElement> elements) => string.Join('\n', elements.Select(element => element switch
    {
        Heading heading => heading.Text,
        Paragraph paragraph => paragraph.Text,
        Quiet quiet => quiet.Text,
        _ => null,
    }).OfType<string>());
}
