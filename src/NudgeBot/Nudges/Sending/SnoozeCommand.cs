using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;
using NudgeBot.People;

namespace NudgeBot.Nudges.Sending;

/// <summary><c>snooze @ana 2 weeks</c>: leaves a person out of nudges for a while.</summary>
internal sealed class SnoozeCommand(Names names, Answers answers, Refusals refusals, IStringLocalizer<SendingText> text) : ICommand
{
    public static CommandInfo Info { get; } = new("snooze", "snooze @ana 2 weeks", "snooze bob until 3 March");

    public async Task<Reply> RunAsync(Turn turn, string rest, CancellationToken cancellationToken)
    {
        var parsed = Shapes.Snooze(rest, await names.ContextAsync(turn, rest, cancellationToken));
        if (!parsed.Ok)
            return refusals.NotUnderstood(parsed.Error, Info);
        var (who, until) = parsed.Value;
        if (until <= turn.Today)
            return text["snooze.past", turn.Show(until)].Value;
        var found = await names.FindAsync(turn, who, cancellationToken);
        if (found.Answer is { } answer)
            return answer;
        var attention = await answers.AttentionAsync(found.Person.PersonId, cancellationToken);
        (attention.SnoozedUntil, attention.Stopped) = (until, false);
        await answers.KeepForAsync(turn, found.Person.PersonId, Answer.Snoozed, turn.Today, cancellationToken);
        return text["snooze.done", found.Person.Name, turn.Show(until)].Value;
    }
}
