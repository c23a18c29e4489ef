using NudgeBot.Commands;

namespace NudgeBot.Ledger;

/// <summary>Told in the same transaction when something that others may see was taken down or taken back, so that what shows it can change.</summary>
internal interface ITakeDownObserver
{
    /// <param name="turn">Who took it down, and when.</param>
    /// <param name="id">The id of the shared thanks or of the public ask.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    Task TakenDownAsync(Turn turn, Guid id, CancellationToken cancellationToken);
}
