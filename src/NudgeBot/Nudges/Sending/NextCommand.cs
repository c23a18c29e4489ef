using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;
using NudgeBot.Members;

namespace NudgeBot.Nudges.Sending;

/// <summary><c>next [n]</c>: what the next nudge would say and why, and with a number who would follow. Changes nothing.</summary>
internal sealed class NextCommand(
    MemberChanges members, Foresight foresight, NudgeDrafts drafts, Wording wording, Why why, NudgesState state, Refusals refusals,
    IStringLocalizer<SendingText> text) : ICommand
{
    public static CommandInfo Info { get; } = new("next", "next", "next 5");

    public async Task<Reply> RunAsync(Turn turn, string rest, CancellationToken cancellationToken)
    {
        var count = Shapes.Count(rest);
        if (!count.Ok)
            return refusals.NotUnderstood(count.Error, Info);
        var member = await members.ReadAsync(cancellationToken);
        var (due, on, pace, snapshot, plan) = await foresight.OfAsync(turn, member, cancellationToken);
        var followers = Planner.InOrder(snapshot.Ties.Where(tie => Explanation.Held(text, turn, tie, on) is null), on)
            .Where(pick => plan.Picks.All(other => other.Tie != pick.Tie)).Take((count.Value ?? 0) - plan.Picks.Count);
        return Show(
            due is null ? state.Line(turn, member) : text["next.when", turn.Show(on), member.NudgeTime.ToString("HH:mm", turn.Culture), turn.Zone.Id],
            [
                .. plan.AsksToGoOn ? [(wording.AskToGoOn(), "")] : Array.Empty<(string, string)>(),
                .. drafts.Of(plan, pace.Nudges, on).Select(draft => (draft.Text, draft.Why)),
                .. followers.Select(pick => (text["next.then", pick.Tie.Name].Value, why.Say(pick, on))),
            ]);
    }

    private Message Show(string when, IReadOnlyList<(string Said, string Why)> persons)
    {
        if (persons.Count == 0)
            persons = [(text["next.nobody"], "")];
        return new Message(
            string.Join('\n', persons.SelectMany(person => new[] { person.Said, person.Why }).Where(line => line.Length > 0).Prepend(when)),
            new Card([new Paragraph(when), .. persons.SelectMany(Draw)]));
    }

    private static IEnumerable<CardElement> Draw((string Said, string Why) person) =>
        [new Divider(), new Paragraph(person.Said), .. person.Why.Length > 0 ? [new Quiet(person.Why)] : Array.Empty<CardElement>()];
}
