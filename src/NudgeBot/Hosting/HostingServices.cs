using NudgeBot.Channels.Local;
using NudgeBot.Hosting.Health;
using NudgeBot.Hosting.Retention;
using NudgeBot.Delivery;
using NudgeBot.Storage;
using NudgeBot.Storage.Sqlite;
using Microsoft.Extensions.Options;

namespace NudgeBot.Hosting;

/// <summary>What the host itself needs: health, measurements, problem details, the description of the API, and the way up.</summary>
internal static class HostingServices
{
    /// <summary>The largest body that is read, in bytes; what takes more says so itself.</summary>
    private const int LargestBody = 1 << 20;

    extension(WebApplicationBuilder builder)
    {
        public void AddHosting()
        {
            builder.WebHost.ConfigureKestrel(server => (server.Limits.MaxRequestBodySize, server.AddServerHeader) = (LargestBody, false));
            builder.Services.AddProblemDetails(problems => problems.CustomizeProblemDetails = Problems.Explain).AddExceptionHandler<Problems>();
            builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
            builder.Services.AddOpenApi(ApiDescription.Configure);
            // Open pages hold their stream; a stop does not wait for them longer than this.
            builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
            builder.Services.AddHealth();
            builder.Services.AddTelemetry();
            builder.Services.AddSingleton<IValidateOptions<RetentionOptions>, RetentionSettings>();
            builder.Services.AddOptionsWithValidateOnStart<RetentionOptions>().BindConfiguration("Retention");
            builder.Services.AddSingleton<RemovedWorkspaces>();
            builder.Services.AddSingleton<Pruning>().AddHostedService(provider => provider.GetRequiredService<Pruning>());
        }
    }

    extension(WebApplication app)
    {
        /// <summary>Brings the database up to date before anything is served. Returns what stands in the way, or null.</summary>
        public async Task<string?> PrepareAsync(CancellationToken cancellationToken)
        {
            if (app.Services.GetService<SqliteUse>()?.TryOwn() == false)
            {
                return $"Another NudgeBot serves {app.Services.GetRequiredService<SqliteFile>().Path}, or it is being restored. Stop that one first; several at once need Storage:Provider PostgreSql.";
            }

            var migrator = app.Services.GetRequiredService<Migrator>();
            await migrator.WaitAsync(cancellationToken);
            if (await migrator.RefusalAsync(cancellationToken) is { } refusal)
                return refusal;
            await migrator.MigrateAsync(cancellationToken);
            // Whoever held a lease on a file that nobody else uses is dead; after a crash nothing has to wait until the lease ends.
            if (app.Services.GetService<SqliteUse>() is not null)
                await app.Services.GetRequiredService<Leases>().EndAllAsync(cancellationToken);
            if (app.Services.GetService<LocalSeed>() is { } local)
                await local.RunAsync(cancellationToken);
            return null;
        }

        public void MapHosting()
        {
            app.UseExceptionHandler();
            app.UseStatusCodePages();
            app.MapHealth();
            app.MapPrometheusScrapingEndpoint("/metrics");
            app.MapOpenApi();
        }
    }
}
