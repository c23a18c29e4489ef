using System.Text.Json.Nodes;
using NudgeBot.Tests.Support;
using NudgeBot.Tests.Support.Slack;

namespace NudgeBot.Tests.Channels.Slack.Bolt;

/// <summary>The fake is honest when Slack's own @slack/bolt cannot tell it from Slack.</summary>
public sealed class BoltTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_app_on_bolt_works_against_the_fake(bool socketMode)
    {
        await using var slack = await FakeSlack.StartAsync(options => options.SocketMode = socketMode);
        await using var bolt = await StartAsync(slack, socketMode);

        // A command answered in its acknowledgement, and a click that changes the ephemeral answer.
        Assert.True((await slack.CommandAsync("U1", "/nudge", "helped @bob")).IsOk);
        var answer = await slack.WaitForEphemeralAsync("U1");
        Assert.StartsWith("You said: helped @bob", answer.AllText, StringComparison.Ordinal);
        Assert.True((await slack.PressAsync("U1", answer, "undo")).IsOk);
        await slack.WaitForEphemeralAsync("U1", message => message.Text == "Taken back.");

        // A late answer, and a message that is posted and updated.
        Assert.True((await slack.CommandAsync("U2", "/nudge", "late")).IsOk);
        await slack.WaitForEphemeralAsync("U2", message => message.Text == "Late answer for U2");
        Assert.True((await slack.CommandAsync("U1", "/nudge", "post")).IsOk);
        var posted = await slack.WaitForMessageAsync("C1", message => message.Text == "Done");
        Assert.Equal(("42", 1), (posted.DeliveryId, posted.Updates));

        // A modal: refused once, then taken.
        Assert.True((await slack.CommandAsync("U1", "/nudge", "form")).IsOk);
        var modal = await slack.WaitForAsync(() => slack.Modal("U1"));
        var refused = await slack.SubmitAsync("U1", modal, new Dictionary<string, string?> { ["words"] = "nothing" });
        Assert.Equal("Say what it was.", refused.FieldErrors["what"]);
        Assert.True(modal.IsOpen);
        Assert.True((await slack.SubmitAsync("U1", modal, new Dictionary<string, string?> { ["words"] = "the board deck" })).IsOk);
        await slack.WaitForMessageAsync("U1", message => message.Text == "Recorded: the board deck");
        Assert.False(modal.IsOpen);

        // A message shortcut, the Home tab, and a word in the DM.
        var (said, _) = await slack.SayAsync("U2", "Ana saved my week", "C1");
        Assert.True((await slack.MessageShortcutAsync("U1", said, "log_help")).IsOk);
        await slack.WaitForEphemeralAsync("U1", message => message.Text == "Shortcut on: Ana saved my week");
        Assert.True((await slack.OpenHomeAsync("U1")).IsOk);
        Assert.Equal("Home of U1", (await slack.WaitForAsync(() => slack.Home("U1"))).AllText);
        Assert.True((await slack.SayAsync("U1", "hello")).Delivery!.IsOk);
        await slack.WaitForMessageAsync("U1", message => message.Text == "Heard: hello");
    }

    [Fact]
    public async Task Bolt_comes_back_over_Socket_Mode_when_it_is_told_to_and_when_the_line_is_cut()
    {
        await using var slack = await FakeSlack.StartAsync(options => (options.SocketMode, options.SocketFrame) = (true, 1000));
        await using var bolt = await StartAsync(slack, socketMode: true);

        await slack.RefreshSocketsAsync();
        await slack.WaitForAsync(() => slack.CallsOf("apps.connections.open").Count == 2 && slack.SocketCount == 1 ? slack : null, TimeSpan.FromSeconds(30));
        Assert.True((await slack.CommandAsync("U1", "/nudge", new string('x', 2500))).IsOk);
        slack.CutSockets();
        await slack.WaitForAsync(() => slack.CallsOf("apps.connections.open").Count == 3 && slack.SocketCount == 1 ? slack : null, TimeSpan.FromSeconds(30));
        var after = await slack.CommandAsync("U1", "/nudge", "again");

        Assert.True(after.IsOk, after.ToString());
        Assert.Equal(0, slack.StrayAcks);
        Assert.Equal(2, slack.Ephemerals("U1").Count);
    }

    [Fact]
    public async Task Bolts_receiver_believes_the_fakes_signatures_and_no_others()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var receiver = await Peers.StartReceiverAsync(slack.App.SigningSecret);
        slack.ConnectTo(receiver.Url("/slack/events"));

        var honest = await Task.WhenAll(Enumerable.Range(0, 50).Select(at => slack.CommandAsync("U1", "/nudge", $"helped bob with {at} & ümläute")));
        var events = await slack.EventAsync("U1", new JsonObject { ["type"] = "app_home_opened" });
        var clocks = new[] { await TryAsync(new() { Skew = TimeSpan.FromSeconds(-290) }), await TryAsync(new() { Skew = TimeSpan.FromSeconds(-310) }) };
        var forged = new[]
        {
            await TryAsync(new() { Secret = "not the secret" }),
            await TryAsync(new() { AlteredBody = true }),
            await TryAsync(new() { WithoutSignature = true }),
            await TryAsync(new() { WithoutTimestamp = true }),
            await TryAsync(new() { Version = "v1" }),
        };
        var challenge = await slack.VerifyUrlAsync("abc");

        Assert.All(honest, delivery => Assert.Equal(200, delivery.Status));
        Assert.True(events.IsOk);
        Assert.Equal([200, 401], clocks);
        Assert.All(forged, status => Assert.Equal(401, status));
        Assert.Equal("abc", challenge.Json.GetProperty("challenge").GetString());

        async Task<int> TryAsync(Tampering tampering) => (await slack.CommandAsync("U1", "/nudge", "help", tampering: tampering)).Status;
    }

    private static async Task<Peer> StartAsync(FakeSlack slack, bool socketMode)
    {
        var bolt = await Peers.StartBoltAsync(slack, socketMode);
        if (socketMode)
            await slack.WaitForSocketsAsync();
        else
            slack.ConnectTo(bolt.Url("/slack/events"));
        return bolt;
    }
}
