using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NudgeBot.Storage.Sqlite;

namespace NudgeBot.Storage;

/// <summary>Registers the database.</summary>
internal static class StorageServices
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddStorage()
        {
            services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
            services.AddOptionsWithValidateOnStart<StorageOptions>().BindConfiguration("Storage");
            services.AddScoped<Owner>();
            services.AddSingleton<UnitOfWork>();
            services.AddSingleton<SqlitePragmas>();
            services.AddDbContext<BotDb, SqliteBotDb>((provider, options) => options
                .UseSqlite(SqliteFile(provider.GetRequiredService<IOptions<StorageOptions>>().Value.ConnectionString))
                .AddInterceptors(provider.GetRequiredService<SqlitePragmas>()));
            services.AddScoped<IWordSearch, SqliteWordSearch>();
            services.AddSingleton<Migrator>();
            return services;
        }
    }

    /// <summary>The connection string with the file's folder made, as SQLite makes files but no folders.</summary>
    private static string SqliteFile(string connectionString)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString);
        if (builder.Mode != SqliteOpenMode.Memory && builder.DataSource is not (":memory:" or ""))
        {
            builder.DataSource = Path.GetFullPath(builder.DataSource);
            Directory.CreateDirectory(Path.GetDirectoryName(builder.DataSource)!);
        }

        return builder.ConnectionString;
    }
}
