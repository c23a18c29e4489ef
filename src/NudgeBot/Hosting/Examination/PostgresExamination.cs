using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using NudgeBot.Channels;

namespace NudgeBot.Hosting.Examination;

/// <summary>What can be wrong with a server alone.</summary>
internal static class PostgresExamination
{
    /// <summary>The oldest version whose text search and text functions are used; 13 has normalize(), 14 array_to_tsvector() as it is needed.</summary>
    private const int Oldest = 140000;

    public static async Task<IReadOnlyList<Finding>> ExamineAsync(DatabaseFacade database, CancellationToken cancellationToken)
    {
        var version = await database.SqlQueryRaw<int>("SELECT current_setting('server_version_num')::int AS \"Value\"").SingleAsync(cancellationToken);
        var name = await database.SqlQueryRaw<string>("SELECT current_database() || ' on PostgreSQL ' || current_setting('server_version') AS \"Value\"").SingleAsync(cancellationToken);
        var size = await database.SqlQueryRaw<long>("SELECT pg_database_size(current_database()) AS \"Value\"").SingleAsync(cancellationToken);
        var safe = await database.SqlQueryRaw<string>("SELECT current_setting('fsync') || ' ' || current_setting('synchronous_commit') AS \"Value\"").SingleAsync(cancellationToken);
        var isReplica = await database.SqlQueryRaw<bool>("SELECT pg_is_in_recovery() AS \"Value\"").SingleAsync(cancellationToken);
        var encoding = await database.SqlQueryRaw<string>("SELECT current_setting('server_encoding') AS \"Value\"").SingleAsync(cancellationToken);
        return
        [
            version >= Oldest ? new("database", $"{name}, {size:N0} bytes") : new("database", name, "Upgrade the server to PostgreSQL 14 or later."),
            encoding == "UTF8" ? new("encoding", "UTF8") : new("database", $"its encoding is {encoding}", "Create it anew with ENCODING 'UTF8'."),
            isReplica ? new("database", "it can only be read", "Point Storage:ConnectionString to the primary server.") : new("writing", "possible"),
            safe.StartsWith("on ", StringComparison.Ordinal) && !safe.EndsWith(" off", StringComparison.Ordinal)
                ? new("durability", "commits are flushed to disk")
                : new("durability", $"fsync and synchronous_commit are {safe}", "Switch both on: else a crash of the server loses records that were confirmed."),
        ];
    }
}
