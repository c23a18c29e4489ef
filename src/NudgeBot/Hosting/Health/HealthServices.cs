using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace NudgeBot.Hosting.Health;

/// <summary>The two probes: alive, which asks for nothing else, and ready.</summary>
internal static class HealthServices
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddHealth()
        {
            services.AddHealthChecks().AddCheck<DatabaseHealth>("database").AddCheck<WorkerHealth>("worker");
            return services;
        }
    }

    extension(IEndpointRouteBuilder routes)
    {
        public void MapHealth()
        {
            routes.MapHealthChecks("/healthz/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync });
            routes.MapHealthChecks("/healthz/ready", new HealthCheckOptions { ResponseWriter = WriteAsync });
        }
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) =>
        context.Response.WriteAsJsonAsync(
            new JsonObject
            {
                ["status"] = report.Status.ToString(),
                ["checks"] = new JsonObject(report.Entries.Select(entry => KeyValuePair.Create<string, JsonNode?>(
                    entry.Key, new JsonObject { ["status"] = entry.Value.Status.ToString(), ["found"] = entry.Value.Description }))),
            },
            context.RequestAborted);
}
