using System.Globalization;
using Humanizer;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Circle;
using NudgeBot.Circle.Reviews;
using NudgeBot.Circle.Years;
using NudgeBot.Commands;
using NudgeBot.Ledger;
using NudgeBot.Members;
using NudgeBot.Nudges.Sending;

namespace NudgeBot.Home;

/// <summary>
/// The member's own page, where a platform has room for one: their circle, what comes next, what they recorded last, their asks and
/// settings. Nobody else sees it, and looking takes nobody in.
/// </summary>
internal sealed class HomePage(
    Turns turns, Foresight foresight, HomeCircle circle, CircleYears years, HomeMemory memory, NudgesState nudges, SettingsTexts settings, IStringLocalizer<HomeText> text)
{
    /// <summary>Composes it for the member whose scope this is.</summary>
    public async Task<Card> ComposeAsync(CancellationToken cancellationToken)
    {
        var (turn, member) = await turns.LookAsync(cancellationToken);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = turn.Culture;
        var foreseen = await foresight.OfAsync(turn, member, cancellationToken);
        if (foreseen.Snapshot.Ties.Count == 0)
            return new Card([new Heading(text["first"]), new Paragraph(text["first.what"]), new Paragraph(text["first.how"]), First(), .. Nudges(turn, member, foreseen)]);
        return new Card([
            .. circle.Draw(turn, member, foreseen.Snapshot.Ties),
            .. await years.DrawAsync(turn, cancellationToken) is { } picture ? [picture] : Array.Empty<CardElement>(),
            new ActionRow(
                Log(ButtonStyle.Primary), Choose(ButtonStyle.Normal), new Button(ReviewAction.Id, text["review"], ReviewAction.Begin), Open(CircleCommand.Info, "circle")),
            new Divider(),
            .. Nudges(turn, member, foreseen),
            .. await memory.DrawAsync(turn, cancellationToken),
            new Divider(),
            new Heading(text["settings"]),
            new Quiet(string.Join(" · ", settings.Lines(turn, Settings.Of(member)).Select(line => $"{line.Label}: {line.Text}"))),
            new ActionRow(Open(SettingsCommand.Info, "settings.change")),
        ]);
    }

    /// <summary>When the next nudge comes and whom it will be about, or why none comes.</summary>
    private IEnumerable<CardElement> Nudges(Turn turn, Member member, Foreseen foreseen)
    {
        yield return new Heading(text["next"]);
        if (foreseen.Due is not { } due)
        {
            var state = nudges.Show(turn, member);
            foreach (var element in state.Card!.Elements)
                yield return element;
            yield break;
        }

        var when = TimeZoneInfo.ConvertTime(due, turn.Zone);
        var names = foreseen.Plan.Picks.Select(pick => pick.Tie.Name).ToList();
        var moment = text["moment", turn.Show(foreseen.On), when.ToString("HH:mm", turn.Culture), turn.Zone.Id].Value;
        yield return new Paragraph(names.Count > 0 ? text["next.about", moment, names.Humanize(text["and"])] : text["next.nobody", moment]);
        yield return new ActionRow(
            Open(NextCommand.Info, "next.show"), member.PausedUntil > turn.Today ? Open(ResumeCommand.Info, "resume") : Open(PauseCommand.Info, "pause"));
    }

    private ActionRow First() => new(Choose(ButtonStyle.Primary), Log(ButtonStyle.Normal));

    private Button Log(ButtonStyle style) => new(LogAction.Id, text["log"], Style: style);

    private Button Choose(ButtonStyle style) => new(ChooseFormAction.Id, text["choose"], Style: style);

    private Button Open(CommandInfo command, string label) => new(HomeAction.Id, text[label], command.Name);
}
