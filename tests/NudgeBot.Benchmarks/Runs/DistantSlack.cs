using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace NudgeBot.Benchmarks.Runs;

/// <summary>
/// A Slack that is far away and asks nothing: it takes every token and answers every call after the same time, so that the machine's two
/// cores are left to the program. It counts the messages of each token.
/// </summary>
internal sealed class DistantSlack : IAsyncDisposable
{
    private readonly WebApplication host;

    private readonly TimeSpan latency;

    private long stamps = 1_700_000_000;

    private DistantSlack(WebApplication host, TimeSpan latency) => (this.host, this.latency) = (host, latency);

    public Uri ApiAddress => new(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/api/");

    /// <summary>How many messages came with each token.</summary>
    public ConcurrentDictionary<string, int> Messages { get; private set; } = new();

    public static async Task<DistantSlack> StartAsync(TimeSpan latency)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var slack = new DistantSlack(builder.Build(), latency);
        slack.host.Run(slack.AnswerAsync);
        await slack.host.StartAsync();
        return slack;
    }

    /// <summary>Begins to count anew.</summary>
    public void Clear() => Messages = new();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        await Task.Delay(latency, TimeProvider.System);
        var answer = context.Request.Path.Value switch
        {
            "/api/chat.postMessage" when AuthenticationHeaderValue.TryParse(context.Request.Headers.Authorization, out var token) => Post(token.Parameter!),
            "/api/users.info" => ""","user":{"id":"U1","name":"ana","deleted":false,"is_bot":false,"tz":"Etc/UTC","profile":{"real_name":"Ana","status_emoji":"","status_expiration":0}}""",
            _ => "",
        };
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync($"{{\"ok\":true{answer}}}");
    }

    private string Post(string token)
    {
        Messages.AddOrUpdate(token, 1, (_, count) => count + 1);
        return string.Create(CultureInfo.InvariantCulture, $",\"channel\":\"D1\",\"ts\":\"{Interlocked.Increment(ref stamps)}.000100\"");
    }
}
