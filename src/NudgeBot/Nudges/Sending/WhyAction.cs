using NudgeBot.Chat;
using NudgeBot.Commands;

namespace NudgeBot.Nudges.Sending;

/// <summary><i>Why?</i>: says why the person was suggested; the card stays.</summary>
internal sealed class WhyAction(Answers answers, Explanation explanation) : IAction
{
    public static string Id => "nudge.why";

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken) =>
        await answers.FindAsync(press, cancellationToken) is var (_, person)
            ? await explanation.OfAsync(turn, person, cancellationToken)
            : answers.Gone;
}
