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
            services.AddSingleton<IValidateOptions<StorageOptions>, SqliteSettings>();
            services.AddOptionsWithValidateOnStart<StorageOptions>().BindConfiguration("Storage");
            services.AddScoped<Owner>();
            services.AddSingleton<UnitOfWork>();
            services.AddSingleton<SqlitePragmas>();
            services.AddSingleton<SqliteFile>();
            services.AddSingleton<SqliteUse>();
            services.AddSingleton<SqliteBackup>();
            services.AddDbContext<BotDb, SqliteBotDb>((provider, options) => options
                .UseSqlite(provider.GetRequiredService<SqliteFile>().Prepare())
                .AddInterceptors(provider.GetRequiredService<SqlitePragmas>()));
            services.AddSingleton<IEventNotes, SqliteEventNotes>();
            services.AddScoped<IWordSearch, SqliteWordSearch>();
            services.AddSingleton<Migrator>();
            return services;
        }
    }
}
