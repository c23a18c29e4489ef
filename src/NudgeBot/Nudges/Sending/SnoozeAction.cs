using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;

namespace NudgeBot.Nudges.Sending;

/// <summary><i>Snooze</i>: offers how long, and leaves the person out until then.</summary>
internal sealed class SnoozeAction(Answers answers, NudgeButtons buttons, Plans plans) : IAction
{
    public static string Id => "nudge.snooze";

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        if (await answers.FindAsync(press, cancellationToken) is not var (suggestion, person))
            return answers.Gone;
        if (suggestion.Answer != Answer.None)
            return await answers.RedrawAsync(turn, suggestion, person, cancellationToken);
        if (Span.Read(SuggestionValue.Choice(press.Value)) is not { Ok: true } span)
            return await answers.RedrawAsync(turn, suggestion, person, cancellationToken, buttons.Snoozes(new(suggestion.SuggestionId, person.Name, "")));
        await plans.SnoozeAsync(turn, suggestion, person, span.Value.After(turn.Today), cancellationToken);
        return await answers.RedrawAsync(turn, suggestion, person, cancellationToken);
    }
}
