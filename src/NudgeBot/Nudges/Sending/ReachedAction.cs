using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Ledger;

namespace NudgeBot.Nudges.Sending;

/// <summary><i>I reached out</i>: one tap logs a touch today, or on the day it was planned for where that is asked about.</summary>
internal sealed class ReachedAction(Answers answers, Records records) : IAction
{
    public static string Id => "nudge.reached";

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        if (await answers.FindAsync(press, cancellationToken) is not var (suggestion, person))
            return answers.Gone;
        if (suggestion.Answer == Answer.None)
        {
            var planned = suggestion.Slot == SuggestionSlot.Happened ? (await answers.FollowUpAsync(suggestion, cancellationToken))?.DueOn : null;
            var on = planned ?? turn.Today;
            var touch = await records.AddAsync(turn, EntryKind.Touch, [person], "", on, cancellationToken);
            await answers.KeepAsync(turn, suggestion, Answer.Reached, cancellationToken, on, touch.EntryId);
        }

        return await answers.RedrawAsync(turn, suggestion, person, cancellationToken);
    }
}
