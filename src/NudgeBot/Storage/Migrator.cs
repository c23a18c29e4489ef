using Microsoft.EntityFrameworkCore;

namespace NudgeBot.Storage;

/// <summary>Brings the database to the program's schema. EF Core holds a lock in the database meanwhile, so that only one process does it.</summary>
internal sealed partial class Migrator(IServiceScopeFactory scopes, ILogger<Migrator> logger)
{
    /// <summary>Applies what is missing and returns the names of the migrations applied.</summary>
    /// <exception cref="InvalidOperationException">The database was made by a newer program.</exception>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        var unknown = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Except(db.Database.GetMigrations()).ToList();
        if (unknown.Count > 0)
        {
            throw new InvalidOperationException(
                $"The database was made by a newer version of NudgeBot (it has {string.Join(", ", unknown)}). Start that version, or restore a backup made with this one.");
        }

        List<string> missing = [.. await db.Database.GetPendingMigrationsAsync(cancellationToken)];
        if (missing.Count > 0)
        {
            await db.Database.MigrateAsync(cancellationToken);
            Migrated(string.Join(", ", missing));
        }

        return missing;
    }

    [LoggerMessage(LogLevel.Information, "The database was brought up to date: {Migrations}.")]
    private partial void Migrated(string migrations);
}
