using NudgeBot.Commands;

namespace NudgeBot.People;

/// <summary>
/// Told in the same transaction when two persons turned out to be one, so that every slice brings what it keeps about the first over to
/// the second. A row with a foreign key to the first that stays behind stops the merge.
/// </summary>
internal interface IPersonObserver
{
    /// <param name="turn">Who merged them.</param>
    /// <param name="from">The person who is given up after this.</param>
    /// <param name="into">The person who stays.</param>
    /// <param name="cancellationToken">Stops the work; nothing is kept then.</param>
    Task MergedAsync(Turn turn, Person from, Person into, CancellationToken cancellationToken);
}
