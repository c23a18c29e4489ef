using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;
using NudgeBot.People;

namespace NudgeBot.Ledger;

/// <summary><c>followup @ana on 3 March ask how the launch went</c>: a private text that comes back on a date.</summary>
internal sealed class FollowUpCommand(Names names, Records records, Closing closing, Refusals refusals, IStringLocalizer<LedgerText> text) : ICommand
{
    public static CommandInfo Info { get; } = new(
        "followup", "followup @ana on 3 March ask how the launch went", "followup @ana next monday send the slides", "followup @ana in 2 months ask about the move")
    {
        Aliases = ["follow-up", "remind"],
    };

    public async Task<Reply> RunAsync(Turn turn, string rest, CancellationToken cancellationToken)
    {
        var parsed = Shapes.FollowUp(rest, await names.ContextAsync(turn, rest, cancellationToken));
        if (!parsed.Ok)
            return refusals.NotUnderstood(parsed.Error, Info);
        var (who, on, what) = parsed.Value;
        if (on <= turn.Today)
            return text["past", turn.Show(on)].Value;
        var found = await names.ResolveAsync(turn, who, cancellationToken);
        if (found.Answer is { } answer)
            return answer;
        var entry = await records.AddAsync(turn, EntryKind.FollowUp, found.Persons, what, null, cancellationToken, dueOn: on);
        return records.Confirm(turn, entry, found.Persons, closing.Button(entry));
    }
}
