using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.People;

namespace NudgeBot.Nudges.Sending;

/// <summary>Says of one person why they would be suggested, when they are due, what the member's answers changed, and what keeps them away.</summary>
internal sealed class Explanation(SnapshotLoader snapshots, Why why, IStringLocalizer<SendingText> text, IStringLocalizer<NudgeText> spans)
{
    private readonly Phrases phrases = new(spans);

    public async Task<Message> OfAsync(Turn turn, Person person, CancellationToken cancellationToken)
    {
        var tie = await snapshots.LoadAsync(turn, person, cancellationToken);
        var pick = Planner.PickOf(tie, turn.Today);
        var due = DueOn(pick, turn.Today);
        string?[] lines =
        [
            why.Say(pick, turn.Today),
            Learned(pick),
            text[due < turn.Today ? "why.overdue" : "why.due", person.Name, turn.Show(due)],
            Held(text, turn, tie, turn.Today) ?? Waits(turn, pick),
            tie.Trusted || tie.WouldBeGlad ? text["mark.done", tie.Name, MarkCommand.Words(text, tie.Trusted, tie.WouldBeGlad)].Value : null,
        ];
        var whole = string.Join('\n', lines.Where(line => line is not null));
        Button[] buttons =
        [
            .. tie.Stopped || turn.Today < tie.SnoozedUntil ? (Button[])[new(AgainAction.Id, text["button.again"], tie.PersonId.ToString(), About: tie.Name)] : [],
            .. tie.Seat is { Leaning: > 0 } ? (Button[])[new(UnlearnAction.Id, text["button.unlearn"], tie.PersonId.ToString(), About: tie.Name)] : [],
        ];
        return buttons.Length == 0 ? new Message(whole) : new Message(whole, new Card(new Paragraph(whole), new ActionRow(buttons)));
    }

    /// <summary>The day on which the silence is as long as is usual with the person.</summary>
    public static DateOnly DueOn(Pick pick, DateOnly today) => today.AddDays((int)Math.Ceiling(pick.Outlook.UsualDays) - pick.Outlook.SilentDays);

    /// <summary>What the member said that keeps a person away from the nudges of a day; null when nothing does.</summary>
    public static string? Held(IStringLocalizer<SendingText> text, Turn turn, Tie tie, DateOnly on) => tie switch
    {
        { Stopped: true } => text["why.stopped", tie.Name].Value,
        { AskedToKeep: true } => text["why.asked", tie.Name],
        { SnoozedUntil: { } until } when on < until => text["why.snoozed", turn.Show(until)],
        { RestedOn: { } rested } => text["why.rested", turn.Show(rested)],
        _ => null,
    };

    /// <summary>What the member's answers made of the rhythm; null when they left it as it was.</summary>
    private string? Learned(Pick pick) => pick.Tie.Seat is { Leaning: > 0 }
        ? text["why.later", pick.Tie.Name, phrases.Span((int)Math.Round(pick.Outlook.UsualDays)), phrases.Span((int)Math.Round(pick.Outlook.UnstretchedDays))].Value
        : null;

    private string? Waits(Turn turn, Pick pick) =>
        pick.Tie.SuggestedOn is { } last && BackOff.Again(pick.Tie) is var again && turn.Today < again
            ? text["why.waits", turn.Show(last), turn.Show(again)].Value
            : null;
}
