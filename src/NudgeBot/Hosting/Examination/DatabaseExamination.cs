using System.Data.Common;
using NudgeBot.Channels;
using NudgeBot.Storage;
using NudgeBot.Storage.Sqlite;

namespace NudgeBot.Hosting.Examination;

/// <summary>Looks at the database: its schema, its soundness, whether it can be written, and whether there is room to grow.</summary>
internal static class DatabaseExamination
{
    public static async Task<IReadOnlyList<Finding>> ExamineAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var migrator = services.GetRequiredService<Migrator>();
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<BotDb>().Database;

        List<Finding> findings = [];
        var missing = await migrator.MissingAsync(cancellationToken);
        if (await migrator.RefusalAsync(cancellationToken) is { } refusal)
            findings.Add(new("database", "made by a newer version", refusal));
        else
            findings.Add(missing.Count == 0 ? new("schema", "up to date") : new("database", $"it lacks {string.Join(", ", missing)}", "Run \"migrate\", or start the server."));

        findings.AddRange(services.GetService<SqliteFile>() is { } file
            ? await SqliteExamination.ExamineAsync(file, database, cancellationToken)
            : await PostgresExamination.ExamineAsync(database, cancellationToken));

        // On SQLite a transaction begins with the lock for writing (sqlite.org/lang_transaction.html).
        await using (var transaction = await database.BeginTransactionAsync(cancellationToken))
            await transaction.RollbackAsync(cancellationToken);
        return findings;
    }

    /// <summary>What to say where the database cannot be asked at all.</summary>
    public static Finding Unusable(IServiceProvider services, DbException error) => services.GetService<SqliteFile>() is { } file
        ? new("database", $"{file.Path}: {error.Message}", "Check that this user may read and write the file, or put a backup back with \"restore FILE\".")
        : new("database", error.Message, "Check Storage:ConnectionString, that the server runs and can be reached, and that its user may create tables.");
}
