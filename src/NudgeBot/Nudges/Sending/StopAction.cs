using NudgeBot.Chat;
using NudgeBot.Commands;

namespace NudgeBot.Nudges.Sending;

/// <summary>Never suggests a person again, until the member asks for it; they stay where they are in the circle or on the shelf.</summary>
internal sealed class StopAction(Answers answers) : IAction
{
    public static string Id => "nudge.stop";

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        if (await answers.FindAsync(press, cancellationToken) is not var (suggestion, person))
            return answers.Gone;
        if (suggestion.Answer == Answer.None)
        {
            await answers.KeepAsync(turn, suggestion, Answer.Stopped, cancellationToken);
            (await answers.AttentionAsync(suggestion.PersonId, cancellationToken)).Stopped = true;
        }

        return await answers.RedrawAsync(turn, suggestion, person, cancellationToken);
    }
}
