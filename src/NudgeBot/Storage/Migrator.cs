using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace NudgeBot.Storage;

/// <summary>Brings the database to the program's schema. EF Core holds a lock in the database meanwhile, so that only one process does it.</summary>
internal sealed partial class Migrator(IServiceScopeFactory scopes, ILogger<Migrator> logger)
{
    /// <summary>How often a server that does not answer yet is asked, a second apart.</summary>
    private const int Tries = 30;

    /// <summary>Waits for a server that is only starting: machines and containers come up in any order.</summary>
    /// <exception cref="DbException">It did not answer for half a minute, or refuses for good.</exception>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                // A database that is not there yet is an answer, too: it is made soon.
                await MissingAsync(cancellationToken);
                return;
            }
            catch (DbException error) when (error.IsTransient && tries < Tries)
            {
                NotYet(error.Message);
                await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, cancellationToken);
            }
        }
    }

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

    [LoggerMessage(LogLevel.Warning, "The database does not answer yet ({Fault}); it is asked again in a second.")]
    private partial void NotYet(string fault);

    [LoggerMessage(LogLevel.Information, "The database was brought up to date: {Migrations}.")]
    private partial void Migrated(string migrations);
}
