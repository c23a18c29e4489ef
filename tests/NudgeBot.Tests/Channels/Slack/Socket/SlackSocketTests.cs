using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Channels.Slack.Socket;
using NudgeBot.Ledger;
using NudgeBot.Members;
using NudgeBot.Tests.Support.Slack;

namespace NudgeBot.Tests.Channels.Slack.Socket;

public sealed class SlackSocketTests
{
    [Fact]
    public async Task Commands_forms_and_messages_work_as_over_HTTP()
    {
        await using var running = await ConnectAsync();

        var answer = await running.AnswerAsync("U1", "helped <@U2> with the deck");
        await running.Slack.CommandAsync("U1", "/nudge", "settings");
        var sent = await running.Slack.SubmitAsync("U1", running.Slack.Modal("U1")!, new Dictionary<string, string?> { ["zone"] = "Nowhere/Atall" });
        var (_, heard) = await running.Slack.SayAsync("U1", "helped <@U2> with the plan");

        Assert.Contains("Bob", answer, StringComparison.Ordinal);
        Assert.Contains("Nowhere/Atall", sent.FieldErrors["zone"], StringComparison.Ordinal);
        Assert.True(heard!.IsOk, heard.ToString());
        Assert.Equal(2, await running.CountAsync<Entry>("U1"));
        Assert.Equal(0, running.Slack.StrayAcks);
    }

    [Fact]
    public async Task Frames_in_pieces_and_what_is_no_text_do_no_harm()
    {
        await using var running = await ConnectAsync(options => (options.SocketFrame, options.SocketBinaryNoise) = (100, true));

        await running.AnswerAsync("U1", $"helped <@U2> with {new string('x', 1900)}");

        Assert.Equal(1, await running.CountAsync<Entry>("U1"));
    }

    [Fact]
    public async Task Nothing_is_lost_or_done_twice_while_connections_are_replaced()
    {
        await using var running = await ConnectAsync();
        await running.AnswerAsync("U1", "help");

        var before = Opened(running);
        var commands = Enumerable.Range(0, 20).Select(number => running.Slack.CommandAsync("U1", "/nudge", $"helped <@U2> with thing {number}")).ToList();
        await running.Slack.RefreshSocketsAsync();
        commands.AddRange(Enumerable.Range(20, 20).Select(number => running.Slack.CommandAsync("U1", "/nudge", $"helped <@U2> with thing {number}")));
        var deliveries = await Task.WhenAll(commands);
        await running.Slack.WaitForAsync(() => Opened(running) >= before + 2 && running.Slack.SocketCount == 2 ? running.Slack : null);

        Assert.All(deliveries, delivery => Assert.True(delivery.IsOk, delivery.ToString()));
        Assert.Equal(40, await running.CountAsync<Entry>("U1"));
    }

    [Fact]
    public async Task Connections_that_were_cut_come_back_and_events_are_not_lost()
    {
        await using var running = await ConnectAsync(options => options.RetryDelays = [.. Enumerable.Repeat(TimeSpan.FromMilliseconds(200), 50)]);
        await running.AnswerAsync("U1", "help");

        running.Slack.CutSockets();
        var said = running.Slack.SayAsync("U1", "helped <@U2> with the plan");
        while (!said.IsCompleted)
        {
            running.Bot.Clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        Assert.True((await said).Delivery!.IsOk, (await said).Delivery!.ToString());
        Assert.Equal(1, await running.CountAsync<Entry>("U1"));
        Assert.Equal(1, await running.CountAsync<Member>("U1"));
    }

    [Fact]
    public async Task A_token_that_Slack_refuses_is_not_tried_again()
    {
        await using var running = await SlackBot.StartAsync(settings: new() { ["Slack:SocketMode"] = "true", ["Slack:AppToken"] = "xapp-revoked" });
        var socket = running.Bot.Services.GetRequiredService<SlackSocket>();

        await socket.StartAsync(CancellationToken.None);
        await socket.ExecuteTask!;

        Assert.Equal("invalid_auth", socket.Stopped);
        Assert.Equal(1, Opened(running));
    }

    private static Task<SlackBot> ConnectAsync(Action<FakeSlackOptions>? configure = null) => SlackBot.StartAsync(options =>
    {
        options.SocketMode = true;
        configure?.Invoke(options);
    });

    private static int Opened(SlackBot running) => running.Slack.Calls.Count(call => call.Method == "apps.connections.open");
}
