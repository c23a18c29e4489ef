using System.Net.WebSockets;
using Microsoft.Extensions.Options;
using NudgeBot.Channels.Slack.In;
using NudgeBot.Channels.Slack.Out;

namespace NudgeBot.Channels.Slack.Socket;

/// <summary>
/// Socket Mode: NudgeBot connects to Slack instead of being called. Several connections are kept, and each is replaced before Slack
/// ends it, so that nothing is missed (docs.slack.dev, "Using Socket Mode").
/// </summary>
internal sealed partial class SlackSocket(
    SlackClient slack, IOptions<SlackOptions> options, SlackDispatch dispatch, SlackUnknown unknown, SlackSocketMeter meter, SlackSocketPace pace,
    TimeProvider clock, ILoggerFactory loggers, ILogger<SlackSocket> logger) : BackgroundService
{
    /// <summary>What no further try changes: somebody has to correct the settings.</summary>
    private static readonly string[] Hopeless =
    [
        "not_authed", "invalid_auth", "account_inactive", "user_removed_from_team", "team_disabled", "token_revoked", "token_expired", "missing_scope",
        "not_allowed_token_type", "no_permission", "org_login_required",
    ];

    private readonly SemaphoreSlim opening = new(1, 1);

    /// <summary>Why no connection is tried any more, by Slack's code; null while they are.</summary>
    public string? Stopped { get; private set; }

    public override void Dispose()
    {
        opening.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        options.Value.SocketMode ? Task.WhenAll(Enumerable.Range(0, options.Value.Connections).Select(_ => KeepAsync(stoppingToken))) : Task.CompletedTask;

    /// <summary>Keeps one connection up, one after the other.</summary>
    private async Task KeepAsync(CancellationToken stoppingToken)
    {
        SlackLine? line = null;
        List<Task> retiring = [];
        var failures = 0;
        try
        {
            while (Stopped is null)
            {
                if (failures > 0)
                    await Task.Delay(pace.Wait(failures), clock, stoppingToken);
                if (await TryOpenAsync(stoppingToken) is not { } next)
                {
                    failures++;
                    // The one that is to be replaced may have ended meanwhile.
                    continue;
                }

                var begun = clock.GetTimestamp();
                retiring.RemoveAll(task => task.IsCompleted);
                if (line is not null)
                    retiring.Add(RetireAsync(line));
                line = next;
                await Task.WhenAny(line.Ended, line.RenewalAsked).WaitAsync(stoppingToken);
                failures = line.IsRenewed || clock.GetElapsedTime(begun) >= pace.Stable ? 0 : failures + 1;
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends.
        }
        finally
        {
            if (line is not null)
                retiring.Add(RetireAsync(line));
            await Task.WhenAll(retiring);
        }
    }

    private static async Task RetireAsync(SlackLine line)
    {
        using (line)
            await line.RetireAsync();
    }

    /// <summary>A connection that Slack has greeted; null when there is none to be had now.</summary>
    private async Task<SlackLine?> TryOpenAsync(CancellationToken cancellationToken)
    {
        await opening.WaitAsync(cancellationToken);
        try
        {
            if (Stopped is not null)
                return null;
            var answer = await slack.CallAsync(
                new("apps.connections.open", null, options.Value.AppToken), SlackSocketJson.Default.SlackSocketTicket, cancellationToken);
            if (Hopeless.Contains(answer.Error))
            {
                Stopped = answer.Error;
                GivenUp(answer.Error!);
                return null;
            }

            if (!answer.Ok || Check(answer.Url) is not { } address)
            {
                Refused(answer.Error);
                return null;
            }

            return await ConnectAsync(address, cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            NotOpened(error);
            return null;
        }
        finally
        {
            opening.Release();
        }
    }

    private async Task<SlackLine> ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        (socket.Options.KeepAliveInterval, socket.Options.KeepAliveTimeout) = (pace.Ping, pace.Pong);
        var line = new SlackLine(socket, dispatch, unknown, meter, pace, clock, loggers.CreateLogger<SlackLine>());
        try
        {
            await socket.ConnectAsync(address, cancellationToken);
            Connected(await line.BeginAsync(cancellationToken), meter.Held);
            return line;
        }
        catch
        {
            await RetireAsync(line);
            throw;
        }
    }

    /// <summary>Whoever has the address can listen in: it must be encrypted, but on this machine.</summary>
    private static Uri? Check(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeWss || (uri.Scheme == Uri.UriSchemeWs && uri.IsLoopback)) ? uri : null;

    [LoggerMessage(LogLevel.Information, "Connected to Slack by a socket; Slack counts {Counted}, this process holds {Held}.")]
    private partial void Connected(int counted, int held);

    [LoggerMessage(LogLevel.Error, "Slack refuses Socket Mode ({Code}), and will until Slack:AppToken is a valid app-level token with the scope connections:write. NudgeBot hears nothing from Slack until it is started with one.")]
    private partial void GivenUp(string code);

    [LoggerMessage(LogLevel.Warning, "Slack gives no address for a socket now ({Code}); it is tried again.")]
    private partial void Refused(string? code);

    [LoggerMessage(LogLevel.Warning, "A connection to Slack could not be opened; it is tried again.")]
    private partial void NotOpened(Exception error);
}
