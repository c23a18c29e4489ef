using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NudgeBot.Tests.Support.Slack.Api;
using NudgeBot.Tests.Support.Slack.Inbound;
using NudgeBot.Tests.Support.Slack.OAuth;
using NudgeBot.Tests.Support.Slack.Sockets;
using NudgeBot.Tests.Support.Slack.World;

namespace NudgeBot.Tests.Support.Slack;

/// <summary>
/// A Slack on a loopback port: the Web API, and users who type, press and submit. Written against the protocol alone; it knows nothing of the bot
/// but its address. <c>await using var slack = await FakeSlack.StartAsync(); slack.ConnectTo(botUrl); await slack.CommandAsync("U1", "/nudge", "help", "C1");</c>
/// </summary>
internal sealed partial class FakeSlack : IAsyncDisposable
{
    private readonly WebApplication host;
    private readonly SlackWorld world;
    private readonly ApiServer api;
    private readonly Sender sender;
    private readonly SocketHub sockets;
    private readonly OAuthServer oauth;
    private readonly List<Task> endings = [];
    private readonly List<Exception> faults = [];

    private FakeSlack(FakeSlackOptions options)
    {
        world = new(options);
        sockets = new(world);
        oauth = new(world);
        api = new(world, ApiMethods.With(
            new("apps.connections.open", 50, true, ["connections:write"], sockets.Open) { Token = TokenKind.App },
            new("oauth.v2.access", 20, false, [], oauth.Access) { Token = null },
            new("oauth.v2.exchange", 20, false, [], oauth.Exchange) { Token = null }));
        sender = new(world) { Socket = sockets.DeliverAsync };
        world.Ended = installation => endings.Add(Task.Run(() => options.BotUrl is null ? Task.CompletedTask : TellOfEndAsync(installation, tokensFirst: endings.Count % 2 == 0)));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        host = builder.Build();
        Map();
    }

    /// <summary>Where everything is.</summary>
    public Uri Address => world.Address;

    /// <summary>What stands for https://slack.com/api/.</summary>
    public Uri ApiAddress => new(world.Address, "api/");

    public FakeSlackOptions Options => world.Options;

    public SlackApp App => world.App;

    /// <summary>The first workspace.</summary>
    public SlackWorkspace Workspace => world.Workspaces["T0MAIN"];

    /// <summary>The app's installation in the first workspace: its bot user, token and scopes.</summary>
    public SlackInstallation Installation => world.Installations[0];

    /// <summary>The bot token of the first workspace.</summary>
    public string Token => Installation.Token;

    public static async Task<FakeSlack> StartAsync(Action<FakeSlackOptions>? configure = null)
    {
        var options = new FakeSlackOptions();
        configure?.Invoke(options);
        var slack = new FakeSlack(options);
        if (options.WithWorkspace)
            slack.AddFirstWorkspace();
        await slack.host.StartAsync();
        var addresses = slack.host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        slack.world.Address = new(addresses.First() + "/");
        return slack;
    }

    /// <summary>The scopes of which a method needs one; none for those that any token may call. A method that the fake does not know fails.</summary>
    public IReadOnlyList<string> ScopesOf(string method) => api.ScopesOf(method);

    /// <summary>Where the bot is: one address for commands, interactivity and events.</summary>
    public void ConnectTo(Uri bot, HttpMessageHandler? handler = null)
    {
        (Options.BotUrl, Options.BotHandler) = (bot, handler);
        sender.Reconnect();
    }

    /// <summary>Makes the next calls of a method go wrong, one fault each; "*" is any method, "response_url" a response address, "upload" the place for bytes.</summary>
    public void Fail(string method, params SlackFault[] faults) => api.Fail(method, faults);

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(endings);
        sockets.CutAll();
        await host.StopAsync(new CancellationToken(canceled: true));
        await host.DisposeAsync();
        sender.Dispose();
        if (faults.Count > 0)
            throw new AggregateException("The fake Slack itself failed; its answers meant nothing.", faults);
    }

    private void Map()
    {
        host.Use(ShowOwnFaults);
        host.UseWebSockets();
        host.MapGet("/oauth/v2/authorize", oauth.Authorize);
        host.MapGet("/link/", sockets.AcceptAsync);
        host.Map("/api/{method}", (HttpContext context, string method) => api.HandleAsync(context, method));
        host.MapPost("/upload/v1/{id}", UploadAsync);
        host.MapPost("/commands/{secret}", (HttpContext context, string secret) => RespondAsync(context, secret));
        host.MapPost("/actions/{secret}", (HttpContext context, string secret) => RespondAsync(context, secret));
    }

    /// <summary>A fault of the fake must not look like one of the bot.</summary>
    private async Task ShowOwnFaults(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception error) when (error is not OperationCanceledException and not IOException)
        {
            lock (world.Gate)
                faults.Add(error);
            context.Response.StatusCode = 500;
            await context.Response.WriteAsync(error.ToString());
        }
    }

    private async Task UploadAsync(HttpContext context, string id)
    {
        byte[] content;
        if (context.Request.HasFormContentType)
        {
            var part = (await context.Request.ReadFormAsync()).Files[0];
            content = new byte[part.Length];
            await using var stream = part.OpenReadStream();
            await stream.ReadExactlyAsync(content);
        }
        else
        {
            using var buffer = new MemoryStream();
            await context.Request.Body.CopyToAsync(buffer);
            content = buffer.ToArray();
        }

        string? answer;
        if (api.NextFault("upload") is { } fault)
        {
            context.Response.StatusCode = fault.Status > 0 ? fault.Status : 500;
            if (fault.Resets)
                context.Abort();
            return;
        }

        lock (world.Gate)
            answer = world.Files.Find(file => file.Id == id) is { } file ? FileMethods.Receive(file, content) : null;
        context.Response.StatusCode = answer is null ? 400 : 200;
        await context.Response.WriteAsync(answer ?? "bad upload");
    }
}
