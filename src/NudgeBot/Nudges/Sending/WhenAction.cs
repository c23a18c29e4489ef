using NudgeBot.Chat;
using NudgeBot.Commands;

namespace NudgeBot.Nudges.Sending;

/// <summary><i>When?</i>: offers moments, and turns the one that is picked into a follow-up.</summary>
internal sealed class WhenAction(Answers answers, NudgeButtons buttons, Plans plans, PickForm form) : IAction
{
    public static string Id => "nudge.when";

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        if (await answers.FindAsync(press, cancellationToken) is not var (suggestion, person))
            return answers.Gone;
        var choice = SuggestionValue.Choice(press.Value);
        if (suggestion.Answer != Answer.None)
            return await answers.RedrawAsync(turn, suggestion, person, cancellationToken);
        if (choice == HandyTime.Picked)
            return form.Open(suggestion, person, HelpForm.Write(turn.Today.AddDays(1)), "09:00");
        if (HandyTime.TimeOf(choice) is not { } time)
            return await answers.RedrawAsync(turn, suggestion, person, cancellationToken, buttons.Moments(new(suggestion.SuggestionId, person.Name, "")));
        await plans.MakeAsync(turn, suggestion, person, turn.Today, time, cancellationToken);
        return await answers.RedrawAsync(turn, suggestion, person, cancellationToken);
    }
}
