using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.People;

namespace NudgeBot.Nudges.Sending;

/// <summary>Says of one person why they would be suggested, when they are due, and what keeps them away from the nudges.</summary>
internal sealed class Explanation(SnapshotLoader snapshots, Why why, IStringLocalizer<SendingText> text)
{
    public async Task<Message> OfAsync(Turn turn, Person person, CancellationToken cancellationToken)
    {
        var tie = await snapshots.LoadAsync(turn, person, cancellationToken);
        var pick = Planner.PickOf(tie, turn.Today);
        var due = DueOn(pick, turn.Today);
        string?[] lines =
        [
            why.Say(pick, turn.Today),
            text[due < turn.Today ? "why.overdue" : "why.due", person.Name, turn.Show(due)],
            Held(text, turn, tie, turn.Today) ?? Waits(turn, pick),
        ];
        var whole = string.Join('\n', lines.Where(line => line is not null));
        return tie.Stopped || turn.Today < tie.SnoozedUntil
            ? new Message(whole, new Card(new Paragraph(whole), new ActionRow(new Button(AgainAction.Id, text["button.again"], tie.PersonId.ToString(), About: tie.Name))))
            : new Message(whole);
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

    private string? Waits(Turn turn, Pick pick) =>
        pick.Tie.SuggestedOn is { } last && BackOff.Again(pick.Tie, pick.Outlook.UsualDays) is var again && turn.Today < again
            ? text["why.waits", turn.Show(last), turn.Show(again)].Value
            : null;
}
