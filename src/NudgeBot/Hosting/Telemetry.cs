using OpenTelemetry.Metrics;

namespace NudgeBot.Hosting;

/// <summary>Measurements for operators at <c>/metrics</c>: counts and durations, labelled by kinds of things, never by persons.</summary>
internal static class Telemetry
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddTelemetry()
        {
            services.AddOpenTelemetry().WithMetrics(metrics => metrics
                .AddMeter("NudgeBot.*", "System.Runtime", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel")
                .AddPrometheusExporter());
            return services;
        }
    }
}
