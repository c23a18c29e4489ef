using NudgeBot.Delivery;

namespace NudgeBot.Channels.Teams.Accounts;

/// <summary>Has the members of NudgeBot's conversations read every day, and when it is added to one.</summary>
internal sealed class TeamsRosterDue(TeamsRosterWorker worker) : IScheduled
{
    private static readonly TimeSpan Rest = TimeSpan.FromDays(1);

    public static string Kind => "teams.roster";

    public Task<DueTime?> RunAsync(Due due, CancellationToken cancellationToken)
    {
        // Not here: pages come slowly, and this runs within a transaction.
        worker.Ask(due.WorkspaceId);
        return Task.FromResult<DueTime?>(due.Now + Rest);
    }
}
