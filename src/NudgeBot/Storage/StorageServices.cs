using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NudgeBot.Storage.Postgres;
using NudgeBot.Storage.Sqlite;

namespace NudgeBot.Storage;

/// <summary>Registers the database that the settings name.</summary>
internal static class StorageServices
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddStorage(IConfiguration configuration)
        {
            services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
            services.AddOptionsWithValidateOnStart<StorageOptions>().BindConfiguration("Storage");
            services.AddScoped<Owner>();
            services.AddSingleton<UnitOfWork>();
            services.AddSingleton<Migrator>();
            return configuration["Storage:Provider"] == StorageOptions.PostgreSql ? services.AddPostgres() : services.AddSqlite();
        }

        private IServiceCollection AddSqlite()
        {
            services.AddSingleton<IValidateOptions<StorageOptions>, SqliteSettings>();
            services.AddSingleton<SqlitePragmas>();
            services.AddSingleton<SqliteFile>();
            services.AddSingleton<SqliteUse>();
            services.AddSingleton<SqliteBackup>();
            services.AddDbContext<BotDb, SqliteBotDb>((provider, options) => options
                .UseSqlite(provider.GetRequiredService<SqliteFile>().Prepare())
                .AddInterceptors(provider.GetRequiredService<SqlitePragmas>()));
            services.AddSingleton<IWriterLine, SqliteWriterLine>();
            services.AddSingleton<IWorkspaceClaim, SqliteWorkspaceClaim>();
            services.AddSingleton<IEventNotes, SqliteEventNotes>();
            return services.AddScoped<IWordSearch, SqliteWordSearch>();
        }

        private IServiceCollection AddPostgres()
        {
            services.AddSingleton<IValidateOptions<StorageOptions>, PostgresSettings>();
            services.AddDbContext<BotDb, PostgresBotDb>((provider, options) => options
                .UseNpgsql(PostgresConnection.Complete(provider.GetRequiredService<IOptions<StorageOptions>>().Value.ConnectionString)));
            services.AddSingleton<IWriterLine, PostgresWriterLine>();
            services.AddSingleton<IWorkspaceClaim, PostgresWorkspaceClaim>();
            services.AddSingleton<IEventNotes, PostgresEventNotes>();
            return services.AddScoped<IWordSearch, PostgresWordSearch>();
        }
    }
}
