using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Circle;
using NudgeBot.Commands;
using NudgeBot.Members;
using NudgeBot.Nudges;
using NudgeBot.Nudges.Sending;

namespace NudgeBot.Home;

/// <summary>Shows how each tie of the circle stands, in words, and when it is next meant; by name, so that no order says more than the alphabet.</summary>
internal sealed class HomeCircle(
    CircleWords words, IStringLocalizer<HomeText> text, IStringLocalizer<CircleText> rings, IStringLocalizer<SendingText> sending)
{
    public IEnumerable<CardElement> Draw(Turn turn, Member member, IReadOnlyList<Tie> ties)
    {
        yield return new Heading(text["circle.title"]);
        var byName = StringComparer.Create(turn.Culture, ignoreCase: true);
        var seated = ties.Where(tie => tie.Seat is not null).OrderBy(tie => tie.Name, byName).ThenBy(tie => tie.PersonId).ToList();
        if (seated.Count == 0)
            yield return new Paragraph(text["circle.empty", member.Seats]);
        foreach (var ring in seated.GroupBy(tie => tie.Seat!.Ring).OrderBy(ring => ring.Key))
        {
            yield return new Paragraph(rings[$"circle.{ring.Key}"]);
            yield return new Facts([.. ring.Select(tie => new Fact(tie.Name, Describe(turn, tie)))]);
        }
    }

    private string Describe(Turn turn, Tie tie)
    {
        var pick = Planner.PickOf(tie, turn.Today);
        var state = words.State(turn, pick.Outlook.State, tie.LastContact?.On, tie.Seat!.ChosenOn);
        if (Explanation.Held(sending, turn, tie, turn.Today) is { } held)
            return $"{state}. {held}";
        var due = Explanation.DueOn(pick, turn.Today);
        if (tie.SuggestedOn is not null && BackOff.Again(tie) is var again && again > due)
            due = again;
        return due <= turn.Today ? text["circle.now", state] : text["circle.due", state, turn.Show(due)];
    }
}
