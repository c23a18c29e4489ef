using NudgeBot.Chat;
using NudgeBot.Commands;

namespace NudgeBot.Nudges.Sending;

/// <summary><i>I helped</i>: asks with what and when.</summary>
internal sealed class HelpedAction(Answers answers, HelpForm form) : IAction
{
    public static string Id => "nudge.helped";

    public static bool OpensForm => true;

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        if (await answers.FindAsync(press, cancellationToken) is not var (suggestion, person))
            return answers.Gone;
        return suggestion.Answer == Answer.None
            ? form.Open(suggestion, person, "", HelpForm.Write(turn.Today))
            : await answers.RedrawAsync(turn, suggestion, person, cancellationToken);
    }
}
