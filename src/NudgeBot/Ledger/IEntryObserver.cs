using NudgeBot.Commands;

namespace NudgeBot.Ledger;

/// <summary>Told in the same transaction when a record was added or taken back, so that what is due can be set anew.</summary>
internal interface IEntryObserver
{
    Task ChangedAsync(Turn turn, Entry entry, CancellationToken cancellationToken);
}
