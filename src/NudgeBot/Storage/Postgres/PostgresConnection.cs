using Npgsql;

namespace NudgeBot.Storage.Postgres;

/// <summary>What a connection string leaves open, as this program needs it.</summary>
internal static class PostgresConnection
{
    /// <summary>A nudge takes about forty statements, all the program's work some hundreds; the rarer ones give way to the more frequent.</summary>
    private const int Statements = 100;

    /// <summary>
    /// Connections go back to their pool as they are, without DISCARD ALL, which would be every fourth statement and would forget what was
    /// prepared: nothing here changes a session, takes a lock that outlives its transaction or makes temporary tables. Statements that recur
    /// are parsed once a connection. Whatever the operator says of either holds, as it must behind a pooler that keeps no prepared statements.
    /// </summary>
    public static string Complete(string given)
    {
        var parts = new NpgsqlConnectionStringBuilder(given);
        if (!parts.ShouldSerialize("No Reset On Close"))
            parts.NoResetOnClose = true;
        if (!parts.ShouldSerialize("Max Auto Prepare"))
            parts.MaxAutoPrepare = Statements;
        return parts.ConnectionString;
    }
}
