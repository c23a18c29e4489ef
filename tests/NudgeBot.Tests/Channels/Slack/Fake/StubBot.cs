using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace NudgeBot.Tests.Channels.Slack.Fake;

/// <summary>The least a bot can be: it keeps what it is sent and answers as the test says.</summary>
internal sealed class StubBot : IAsyncDisposable
{
    private readonly WebApplication host;

    private StubBot(Func<Request, string> answer, int status, IReadOnlyDictionary<string, string> headers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        host = builder.Build();
        host.MapPost("/slack/events", async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var request = new Request(await reader.ReadToEndAsync(), context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString()));
            Seen.Add(request);
            context.Response.StatusCode = status;
            foreach (var (name, value) in headers)
                context.Response.Headers[name] = value;
            await context.Response.WriteAsync(answer(request));
        });
    }

    public List<Request> Seen { get; } = [];

    public Uri Address => new(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/slack/events");

    public static async Task<StubBot> StartAsync(Func<Request, string>? answer = null, int status = 200, IReadOnlyDictionary<string, string>? headers = null)
    {
        var bot = new StubBot(answer ?? (_ => ""), status, headers ?? new Dictionary<string, string>());
        await bot.host.StartAsync();
        return bot;
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    internal sealed record Request(string Body, IReadOnlyDictionary<string, string> Headers);
}
