using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;
using NudgeBot.People;

namespace NudgeBot.Ledger;

/// <summary><c>needs @ana a QA lead</c>: something a person is up to that the member could be of use with, until it is met.</summary>
internal sealed class NeedsCommand(Names names, Records records, Closing closing, Refusals refusals) : ICommand
{
    public static CommandInfo Info { get; } = new("needs", "needs @ana a QA lead", "needs \"Bo Li\" somebody who knows Lisbon") { Aliases = ["need"] };

    public async Task<Reply> RunAsync(Turn turn, string rest, CancellationToken cancellationToken)
    {
        var parsed = Shapes.PersonAndText(rest, await names.ContextAsync(turn, rest, cancellationToken));
        if (!parsed.Ok)
            return refusals.NotUnderstood(parsed.Error, Info);
        var (who, what) = parsed.Value;
        var found = await names.ResolveAsync(turn, who, cancellationToken);
        if (found.Answer is { } answer)
            return answer;
        var entry = await records.AddAsync(turn, EntryKind.Need, found.Persons, what, null, cancellationToken);
        return records.Confirm(turn, entry, found.Persons, closing.Button(entry));
    }
}
