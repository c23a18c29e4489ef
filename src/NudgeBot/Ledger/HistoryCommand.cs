using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;
using NudgeBot.People;

namespace NudgeBot.Ledger;

/// <summary><c>history @ana</c>: what is recorded with a person, newest first.</summary>
internal sealed class HistoryCommand(Names names, History history, Refusals refusals) : ICommand
{
    public static CommandInfo Info { get; } = new("history", "history @ana", "history \"Bo Li\"");

    public async Task<Reply> RunAsync(Turn turn, string rest, CancellationToken cancellationToken)
    {
        var parsed = Shapes.Person(rest, await names.ContextAsync(turn, rest, cancellationToken));
        if (!parsed.Ok)
            return refusals.NotUnderstood(parsed.Error, Info);
        var found = await names.FindAsync(turn, parsed.Value, cancellationToken);
        return found.Answer ?? (await history.PageAsync(turn, new HistoryPlace(found.Person.PersonId, 0), cancellationToken))!;
    }
}
