using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Ledger;

namespace NudgeBot.Nudges.Sending;

/// <summary>Takes back what an answer recorded, so that the suggestion is open again and the others beside it stay as they are.</summary>
internal sealed class TakeBackAction(Answers answers, Undo undo) : IAction
{
    public static string Id => "nudge.takeback";

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        if (await answers.FindAsync(press, cancellationToken) is not var (suggestion, person))
            return answers.Gone;
        if (suggestion.RecordId is { } record)
        {
            var said = await undo.TakeBackAsync(turn, record, cancellationToken);
            // Told of the record's end, NudgeObserver opened the suggestion. Where it did not, the record is too old and stays.
            if (suggestion.Answer != Answer.None)
                return said;
        }

        return await answers.RedrawAsync(turn, suggestion, person, cancellationToken);
    }
}
