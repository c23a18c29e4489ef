using System.Text.Json;
using System.Web;
using Microsoft.Extensions.Time.Testing;
using NudgeBot.Channels.Slack;
using NudgeBot.Channels.Slack.Cards;
using NudgeBot.Chat;
using NudgeBot.Delivery;
using NudgeBot.Tests.Support.Slack;

namespace NudgeBot.Tests.Channels.Slack.Out;

public sealed class SlackChannelTests
{
    private static readonly Message Hello = new("Hello.", new Card(new Paragraph("Hello."), new ActionRow(new Button("nudges.on", "Yes"), new Button("nudges.off", "No"))));

    private static readonly Conversation General = Conversation.InChannel("C1"), Random = Conversation.InChannel("C2");

    [Fact]
    public async Task A_member_who_never_wrote_gets_a_direct_chat_that_is_opened_once()
    {
        await using var outbound = await Outbound.StartAsync();

        var first = await outbound.SendAsync(outbound.To(Conversation.With("U1"), Hello));
        await outbound.SendAsync(outbound.To(Conversation.With("U1"), Hello));

        Assert.Equal(2, outbound.Slack.Messages("U1").Count);
        Assert.Single(outbound.Slack.CallsOf("conversations.open"));
        var sent = outbound.Slack.Messages("U1")[0];
        Assert.Equal($"{sent.Channel.Id}:{sent.Ts}", first);
        Assert.Equal(["nudges.on:0", "nudges.off:1"], sent.ActionIds);
        Assert.Equal("false", outbound.Slack.CallsOf("chat.postMessage")[0]["unfurl_links"]);
    }

    [Fact]
    public async Task A_message_that_got_there_without_a_word_is_found_and_not_sent_twice()
    {
        await using var outbound = await Outbound.StartAsync();
        outbound.Slack.Fail("chat.postMessage", SlackFault.ResetAfter, SlackFault.Html(502));
        var id = await outbound.WriteDownAsync("U1", Hello);

        await outbound.Bot.RunDueAsync();
        var cutOff = (await outbound.DeliveryAsync(id)).State;
        outbound.Bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await outbound.Bot.RunDueAsync();

        Assert.Equal(DeliveryState.Sending, cutOff);
        Assert.Equal(DeliveryState.Sent, (await outbound.DeliveryAsync(id)).State);
        Assert.Single(outbound.Slack.Messages("U1"));
        Assert.Empty(outbound.Slack.DuplicateDeliveries());
    }

    [Fact]
    public async Task A_message_that_never_got_there_is_sent_again()
    {
        await using var outbound = await Outbound.StartAsync();
        outbound.Slack.Fail("chat.postMessage", SlackFault.ResetBefore);
        var id = await outbound.WriteDownAsync("U1", Hello);

        await outbound.Bot.RunDueAsync();
        outbound.Bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await outbound.Bot.RunDueAsync();

        Assert.Equal(DeliveryState.Sent, (await outbound.DeliveryAsync(id)).State);
        Assert.Single(outbound.Slack.Messages("U1"));
    }

    [Fact]
    public async Task While_the_history_cannot_be_asked_nothing_is_sent_again()
    {
        await using var outbound = await Outbound.StartAsync();
        outbound.Slack.Fail("chat.postMessage", SlackFault.ResetAfter);
        outbound.Slack.Fail("conversations.history", SlackFault.RateLimited(30));
        var id = await outbound.WriteDownAsync("U1", Hello);

        for (var minute = 0; minute < 4; minute++)
        {
            await outbound.Bot.RunDueAsync();
            outbound.Bot.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(DeliveryState.Sent, (await outbound.DeliveryAsync(id)).State);
        Assert.Single(outbound.Slack.Messages("U1"));
    }

    [Fact]
    public async Task In_a_busy_channel_the_search_goes_on_where_Slack_let_it_wait()
    {
        await using var outbound = await Outbound.StartAsync(options => options.HistoryLimits = true);
        var envelope = outbound.To(General, Hello);
        var sent = await outbound.SendAsync(envelope);
        for (var line = 0; line < 40; line++)
            await outbound.Slack.SayAsync("U1", $"line {line}", "C1");
        string? found = null;
        var waits = 0;

        while (found is null && waits < 10)
        {
            try
            {
                found = await outbound.FindAsync(envelope);
            }
            catch (ChannelException wait) when (wait.Refusal == Refusal.Later)
            {
                waits++;
                outbound.Bot.Clock.Advance(wait.RetryAfter!.Value);
                ((FakeTimeProvider)outbound.Slack.Options.Clock).Advance(wait.RetryAfter.Value);
            }
        }

        Assert.Equal((sent, 2), (found, waits));
    }

    [Fact]
    public async Task Of_a_long_message_only_what_is_missing_is_sent_after_a_crash()
    {
        await using var outbound = await Outbound.StartAsync();
        var text = string.Join('\n', Enumerable.Range(0, 4000).Select(line => $"line {line}"));
        var id = await outbound.WriteDownAsync("U1", new Message("Long.", new Card(new Paragraph(text))));
        outbound.Slack.Fail("chat.postMessage", SlackFault.Gzip, SlackFault.ResetAfter);

        await outbound.Bot.RunDueAsync();
        outbound.Bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await outbound.Bot.RunDueAsync();

        var pages = SlackWriter.Write(new Message("Long.", new Card(new Paragraph(text)))).Count;
        Assert.Equal(DeliveryState.Sent, (await outbound.DeliveryAsync(id)).State);
        Assert.True(pages > 2);
        Assert.Equal(pages, outbound.Slack.Messages("U1").Count);
        Assert.Equal(pages, (await outbound.DeliveryAsync(id)).PlatformId!.Split(',').Length);
    }

    [Fact]
    public async Task A_public_channel_is_joined_before_a_post()
    {
        await using var outbound = await Outbound.StartAsync();

        await outbound.SendAsync(outbound.To(Random, Hello));

        Assert.Single(outbound.Slack.Messages("C2"));
        Assert.Single(outbound.Slack.CallsOf("conversations.join"));
    }

    [Fact]
    public async Task A_private_channel_without_NudgeBot_takes_no_post()
    {
        await using var outbound = await Outbound.StartAsync();
        outbound.Slack.AddChannel("G1", "secret", bot: false, kind: ChannelKind.Private, members: ["U1"]);

        var refused = await Assert.ThrowsAsync<ChannelException>(() => outbound.SendAsync(outbound.To(Conversation.InChannel("G1"), Hello)));

        Assert.Equal(Refusal.Never, refused.Refusal);
    }

    [Fact]
    public async Task Pages_that_are_no_more_needed_go_and_new_ones_come()
    {
        await using var outbound = await Outbound.StartAsync();
        var text = string.Join('\n', Enumerable.Range(0, 3000).Select(line => $"line {line}"));
        var longer = new Message("Long.", new Card(new Paragraph(text)));
        var pages = SlackWriter.Write(longer).Count;

        var whole = await outbound.SendAsync(outbound.To(General, longer));
        var brief = await outbound.SendAsync(outbound.To(General, new Message("Short."), replaces: whole));
        var shown = outbound.Slack.Messages("C1").Count;
        outbound.Bot.Clock.Advance(TimeSpan.FromSeconds(5));
        await outbound.SendAsync(outbound.To(General, longer, replaces: brief));

        Assert.Equal(1, shown);
        Assert.Equal(pages, outbound.Slack.Messages("C1").Count);
    }

    [Fact]
    public async Task Where_the_earlier_message_is_gone_a_member_gets_a_new_one_and_a_channel_does_not()
    {
        await using var outbound = await Outbound.StartAsync();
        var direct = SlackMessageId.Read(await outbound.SendAsync(outbound.To(Conversation.With("U1"), Hello)))!;
        outbound.Slack.Fail("chat.update", SlackFault.Error("message_not_found"), SlackFault.Error("message_not_found"));

        var again = await outbound.SendAsync(outbound.To(new(direct.Channel, IsDirect: true), Hello, replaces: direct.ToString()));
        var post = await outbound.SendAsync(outbound.To(General, Hello, replaces: "C1:1764000000.000100"));

        Assert.NotEqual(direct.ToString(), again);
        Assert.Equal("C1:1764000000.000100", post);
        Assert.Empty(outbound.Slack.Messages("C1"));
    }

    [Fact]
    public async Task What_only_one_person_shall_see_is_ephemeral_in_the_channel()
    {
        await using var outbound = await Outbound.StartAsync();

        var id = await outbound.SendAsync(outbound.To(General, Hello, onlyFor: "U1"));

        Assert.Single(outbound.Slack.Ephemerals("U1"));
        Assert.Empty(outbound.Slack.Messages("C1"));
        Assert.True(SlackMessageId.Read(id)!.IsEphemeral);
    }

    [Fact]
    public async Task Where_it_cannot_be_shown_in_the_channel_it_comes_in_the_direct_chat()
    {
        await using var outbound = await Outbound.StartAsync();
        outbound.Slack.AddChannel("C9", "elsewhere", members: ["U2"]);

        await outbound.SendAsync(outbound.To(Conversation.InChannel("C9"), Hello, onlyFor: "U1"));

        Assert.Single(outbound.Slack.Messages("U1"));
        Assert.Empty(outbound.Slack.Messages("C9"));
    }

    [Fact]
    public async Task An_address_that_is_used_up_is_followed_by_an_ephemeral_message()
    {
        await using var outbound = await Outbound.StartAsync();
        var address = outbound.Get<SlackAnswerAddress>().Seal(new Uri(outbound.Slack.Address, "commands/none").AbsoluteUri);

        await outbound.SendAsync(outbound.To(General, Hello, onlyFor: "U1", address: address));

        Assert.Single(outbound.Slack.Ephemerals("U1"), message => message.Source == MessageSource.Api);
        Assert.NotNull(address);
    }

    [Fact]
    public async Task An_answer_goes_to_the_address_that_came_with_the_command_and_is_replaced_there()
    {
        await using var outbound = await Outbound.StartAsync();
        outbound.Slack.ConnectTo(new("http://127.0.0.1:1/slack/events"));
        var seal = outbound.Get<SlackAnswerAddress>();
        var typed = await outbound.Slack.CommandAsync("U1", "/nudge", "circle", "C2");
        var first = HttpUtility.ParseQueryString(typed.Body)["response_url"];

        await outbound.SendAsync(outbound.To(Random, Hello, onlyFor: "U1", address: seal.Seal(first)));
        var said = Assert.Single(outbound.Slack.Ephemerals("U1"));
        var pressed = await outbound.Slack.PressAsync("U1", said, "nudges.on:0");
        using var payload = JsonDocument.Parse(HttpUtility.ParseQueryString(pressed.Body)["payload"]!);
        var second = payload.RootElement.GetProperty("response_url").GetString();
        await outbound.SendAsync(outbound.To(Random, new Message("Done."), onlyFor: "U1", replaces: $"C2:{said.Ts}:only-you", address: seal.Seal(second)));

        Assert.Equal("Done.", Assert.Single(outbound.Slack.Ephemerals("U1")).Text);
        Assert.Empty(outbound.Slack.CallsOf("chat.postEphemeral"));
        Assert.Empty(outbound.Slack.Messages("C2"));
    }

    [Fact]
    public async Task A_file_for_one_person_comes_to_their_direct_chat_and_is_found_there()
    {
        await using var outbound = await Outbound.StartAsync();
        var envelope = outbound.To(General, new Message("Your data.", File: new FileContent("export.zip", "application/zip", [1, 2, 3])), onlyFor: "U1");

        var before = await outbound.FindAsync(envelope);
        await outbound.SendAsync(envelope);

        Assert.Null(before);
        Assert.Equal([1, 2, 3], Assert.Single(outbound.Slack.Files).Content!);
        Assert.Equal("Your data.", Assert.Single(outbound.Slack.Messages("U1")).Text);
        Assert.NotNull(await outbound.FindAsync(envelope));
    }

    [Fact]
    public async Task A_picture_is_brought_once_and_shown_with_its_words()
    {
        await using var outbound = await Outbound.StartAsync();
        var chart = new Message("Your circle.", new Card(new Picture(new FileContent("circle.png", "image/png", [7]), "Ana: fresh. Bob: due.")));

        await outbound.SendAsync(outbound.To(Conversation.With("U1"), chart));
        await outbound.SendAsync(outbound.To(Conversation.With("U1"), chart));

        Assert.Single(outbound.Slack.Files);
        Assert.Contains("Ana: fresh. Bob: due.", outbound.Slack.Messages("U1")[0].Json.GetProperty("blocks").GetRawText(), StringComparison.Ordinal);
        Assert.Contains("slack_file", outbound.Slack.Messages("U1")[1].Json.GetProperty("blocks").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_left_or_takes_no_messages_is_written_to_no_more()
    {
        await using var outbound = await Outbound.StartAsync();
        var chat = SlackMessageId.Read(await outbound.SendAsync(outbound.To(Conversation.With("U2"), Hello)))!.Channel;
        outbound.Slack.User("U1").IsDeleted = true;
        outbound.Slack.User("U2").RefusesMessages = true;

        var left = await Assert.ThrowsAsync<ChannelException>(() => outbound.SendAsync(outbound.To(Conversation.With("U1"), Hello)));
        var refuses = await Assert.ThrowsAsync<ChannelException>(() => outbound.SendAsync(outbound.To(new(chat, IsDirect: true), Hello)));

        Assert.Equal((Refusal.Blocked, Refusal.Blocked), (left.Refusal, refuses.Refusal));
    }

    [Fact]
    public async Task A_busy_channel_waits_and_the_others_do_not()
    {
        await using var outbound = await Outbound.StartAsync(options => options.RateLimits = true);
        var sent = 0;

        var busy = await Assert.ThrowsAsync<ChannelException>(async () =>
        {
            for (; sent < 20; sent++)
                await outbound.SendAsync(outbound.To(General, Hello));
        });
        await outbound.SendAsync(outbound.To(Conversation.With("U1"), Hello));
        outbound.Bot.Clock.Advance(TimeSpan.FromSeconds(5));
        ((FakeTimeProvider)outbound.Slack.Options.Clock).Advance(TimeSpan.FromSeconds(5));
        await outbound.SendAsync(outbound.To(General, Hello));

        Assert.Equal(Refusal.Later, busy.Refusal);
        Assert.Equal(3, sent);
        Assert.DoesNotContain(outbound.Slack.Calls, call => call.Status == 429);
    }
}
