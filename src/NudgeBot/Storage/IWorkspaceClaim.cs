namespace NudgeBot.Storage;

/// <summary>
/// Takes workspaces for a process that means to serve them. Every provider has its own way of letting several processes take at the same
/// moment without two of them getting one, and without one waiting for the other.
/// </summary>
internal interface IWorkspaceClaim
{
    /// <summary>Takes those that no other process holds, as many as asked for, and returns them once that is committed.</summary>
    /// <param name="workspaceIds">Which, those that are wanted most first.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="lease">For whom, and for how long.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    Task<IReadOnlyList<string>> TakeAsync(IReadOnlyList<string> workspaceIds, int most, Lease lease, CancellationToken cancellationToken);
}

/// <summary>That a process has something to itself for a time.</summary>
/// <param name="Holder">The process.</param>
/// <param name="From">The present instant of the machine's clock, UTC.</param>
/// <param name="Until">When others may take it, if it is not renewed before.</param>
internal readonly record struct Lease(string Holder, DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>Nobody takes anything for longer: whoever seems to, did so by a clock that ran ahead, and has lost it.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(20);
}
