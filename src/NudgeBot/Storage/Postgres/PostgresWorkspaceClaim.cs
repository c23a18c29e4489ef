using Microsoft.EntityFrameworkCore;

namespace NudgeBot.Storage.Postgres;

/// <summary>
/// Replicas that take at the same moment pass over each other's rows instead of waiting for them (postgresql.org/docs/current/sql-select.html,
/// "The Locking Clause": SKIP LOCKED is meant for tables that several consumers take from).
/// </summary>
internal sealed class PostgresWorkspaceClaim(UnitOfWork unitOfWork) : IWorkspaceClaim
{
    public Task<IReadOnlyList<string>> TakeAsync(IReadOnlyList<string> workspaceIds, int most, Lease lease, CancellationToken cancellationToken)
    {
        var (ids, latest) = (workspaceIds.ToArray(), lease.From + Lease.Longest);
        // Materialized, so that the rows to lock are chosen once, however the update is planned.
        return unitOfWork.RunAsync<IReadOnlyList<string>>("", "", async services => await services.GetRequiredService<BotDb>().Database.SqlQuery<string>(
            $"""
             WITH free AS MATERIALIZED (
                 SELECT "WorkspaceId" FROM workspaces
                 WHERE "WorkspaceId" = ANY ({ids}) AND "RemovedAt" IS NULL
                     AND ("LeaseHolder" = {lease.Holder} OR "LeaseUntil" IS NULL OR "LeaseUntil" NOT BETWEEN {lease.From} AND {latest})
                 ORDER BY array_position({ids}, "WorkspaceId") LIMIT {most} FOR UPDATE SKIP LOCKED)
             UPDATE workspaces SET "LeaseHolder" = {lease.Holder}, "LeaseUntil" = {lease.Until}
             FROM free WHERE workspaces."WorkspaceId" = free."WorkspaceId" RETURNING workspaces."WorkspaceId" AS "Value"
             """).ToListAsync(cancellationToken), cancellationToken);
    }
}
