using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace NudgeBot.Storage.Sqlite;

/// <summary>A file is served by one process, and written by one at a time: nobody else takes at the same moment.</summary>
internal sealed class SqliteWorkspaceClaim(UnitOfWork unitOfWork) : IWorkspaceClaim
{
    public Task<IReadOnlyList<string>> TakeAsync(IReadOnlyList<string> workspaceIds, int most, Lease lease, CancellationToken cancellationToken)
    {
        var (from, until) = (SqliteBotDb.Stored(lease.From), SqliteBotDb.Stored(lease.Until));
        var (ids, latest) = (JsonSerializer.Serialize(workspaceIds.Take(most)), SqliteBotDb.Stored(lease.From + Lease.Longest));
        return unitOfWork.RunAsync<IReadOnlyList<string>>("", "", async services => await services.GetRequiredService<BotDb>().Database.SqlQuery<string>(
            $"""
             UPDATE workspaces SET "LeaseHolder" = {lease.Holder}, "LeaseUntil" = {until}
             WHERE "WorkspaceId" IN (SELECT value FROM json_each({ids})) AND "RemovedAt" IS NULL
                 AND ("LeaseHolder" = {lease.Holder} OR "LeaseUntil" IS NULL OR "LeaseUntil" NOT BETWEEN {from} AND {latest})
             RETURNING "WorkspaceId" AS "Value"
             """).ToListAsync(cancellationToken), cancellationToken);
    }
}
