using Microsoft.EntityFrameworkCore;

namespace NudgeBot.Storage;

/// <summary>Brings the database to the program's schema. EF Core holds a lock in the database meanwhile, so that only one process does it.</summary>
internal sealed partial class Migrator(IServiceScopeFactory scopes, ILogger<Migrator> logger)
{
    /// <summary>Says why this program cannot use the database: a newer one made it. Null when nothing is in the way.</summary>
    public async Task<string?> RefusalAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        var unknown = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Except(db.Database.GetMigrations()).ToList();
        return unknown.Count == 0
            ? null
            : $"The database was made by a newer version of NudgeBot (it has {string.Join(", ", unknown)}). Start that version, or restore a backup made with this one.";
    }

    /// <summary>The names of the migrations that the database lacks, oldest first.</summary>
    public async Task<IReadOnlyList<string>> MissingAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return [.. await scope.ServiceProvider.GetRequiredService<BotDb>().Database.GetPendingMigrationsAsync(cancellationToken)];
    }

    /// <summary>Applies what is missing and returns the names of the migrations applied.</summary>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
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
