using Microsoft.EntityFrameworkCore;
using NudgeBot.Delivery;
using NudgeBot.Storage;

namespace NudgeBot.Channels.Slack.Accounts;

/// <summary>Has a workspace's directory read again every day, and soon where the reading was cut off.</summary>
internal sealed class SlackRosterDue(BotDb db, SlackRosterWorker worker) : IScheduled
{
    private static readonly TimeSpan Rest = TimeSpan.FromDays(1), Again = TimeSpan.FromMinutes(10);

    public static string Kind => "slack.roster";

    public async Task<DueTime?> RunAsync(Due due, CancellationToken cancellationToken)
    {
        var read = await db.Set<SlackRoster>().Where(row => row.Cursor == null && row.TeamId == null).Select(row => row.ReadAt).SingleOrDefaultAsync(cancellationToken);
        if (read + Rest > due.Now)
            return read + Rest;
        // Not here: pages come slowly, and this runs within a transaction.
        worker.Ask(due.WorkspaceId);
        return due.Now + Again;
    }
}
