using NudgeBot.Channels.Local;
using NudgeBot.Storage;

namespace NudgeBot.Hosting;

/// <summary>What the host itself needs: health, problem details, the description of the API, and the way up.</summary>
internal static class HostingServices
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddHosting()
        {
            services.AddProblemDetails();
            services.AddOpenApi();
            services.AddHealthChecks();
            services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
            return services;
        }
    }

    extension(WebApplication app)
    {
        /// <summary>Brings the database up to date before anything is served.</summary>
        public async Task PrepareAsync()
        {
            await app.Services.GetRequiredService<Migrator>().MigrateAsync(app.Lifetime.ApplicationStopping);
            await app.Services.GetRequiredService<LocalSeed>().RunAsync(app.Lifetime.ApplicationStopping);
        }

        public void MapHosting()
        {
            app.UseExceptionHandler();
            app.UseStatusCodePages();
            app.MapHealthChecks("/healthz/live");
            app.MapHealthChecks("/healthz/ready");
            app.MapOpenApi();
        }
    }
}
