using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;
using NudgeBot.People;

namespace NudgeBot.Ledger;

/// <summary><c>met @ana about hiring yesterday</c>: a contact with no help in it, in person or any other way.</summary>
internal sealed class MetCommand(Names names, Records records, Refusals refusals) : ICommand
{
    public static CommandInfo Info { get; } = new("met", "met @ana", "met @ana about hiring last tuesday", "met Ana and Bob over lunch on 12 May")
    {
        Aliases = ["called", "saw"],
    };

    public async Task<Reply> RunAsync(Turn turn, string rest, CancellationToken cancellationToken)
    {
        var parsed = Shapes.Record(rest, await names.ContextAsync(turn, rest, cancellationToken), Connectives.Met);
        if (!parsed.Ok)
            return refusals.NotUnderstood(parsed.Error, Info);
        var (who, what, on) = parsed.Value;
        if (records.Refusal(turn, what ?? "", on) is { } refusal)
            return refusal;
        var found = await names.ResolveAsync(turn, who, cancellationToken);
        if (found.Answer is { } answer)
            return answer;
        var entry = await records.AddAsync(turn, EntryKind.Touch, found.Persons, what ?? "", on, cancellationToken);
        return records.Confirm(turn, entry, found.Persons);
    }
}
