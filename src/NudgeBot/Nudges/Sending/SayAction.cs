using NudgeBot.Chat;
using NudgeBot.Commands;

namespace NudgeBot.Nudges.Sending;

/// <summary>The answers that make no record: not now, keep suggesting, not yet, no.</summary>
internal sealed class SayAction(Answers answers) : IAction
{
    public const string NotNow = "notnow", Keep = "keep", NotYet = "notyet", No = "no";

    public static string Id => "nudge.say";

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        if (await answers.FindAsync(press, cancellationToken) is not var (suggestion, person))
            return answers.Gone;
        Answer? said = SuggestionValue.Choice(press.Value) switch
        {
            NotNow => Answer.NotNow,
            Keep => Answer.Kept,
            NotYet => Answer.NotYet,
            No => Answer.Dropped,
            _ => null,
        };
        if (suggestion.Answer == Answer.None && said is { } answer)
            await answers.KeepAsync(turn, suggestion, answer, cancellationToken);
        return await answers.RedrawAsync(turn, suggestion, person, cancellationToken);
    }
}
