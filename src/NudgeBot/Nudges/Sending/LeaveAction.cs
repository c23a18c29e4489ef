using NudgeBot.Chat;
using NudgeBot.Circle;
using NudgeBot.Commands;

namespace NudgeBot.Nudges.Sending;

/// <summary><i>Rest</i> and <i>Release</i>: takes a suggested person out of the circle. What was done can be put back by the message beside the card.</summary>
internal sealed class LeaveAction(Answers answers, Leaving leaving) : IAction
{
    public const string Rest = "rest", Release = "release";

    public static string Id => "nudge.leave";

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        if (await answers.FindAsync(press, cancellationToken) is not var (suggestion, person))
            return answers.Gone;
        var choice = SuggestionValue.Choice(press.Value);
        if (suggestion.Answer != Answer.None || choice is not (Rest or Release))
            return await answers.RedrawAsync(turn, suggestion, person, cancellationToken);
        var left = choice == Rest
            ? await leaving.RestAsync(turn, person, cancellationToken)
            : await leaving.ReleaseAsync(turn, person, cancellationToken);
        await answers.KeepAsync(turn, suggestion, choice == Rest ? Answer.Rested : Answer.Released, cancellationToken);
        return new Reply([await answers.RedrawAsync(turn, suggestion, person, cancellationToken), left]);
    }
}
