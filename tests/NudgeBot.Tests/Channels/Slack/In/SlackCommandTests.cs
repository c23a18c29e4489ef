using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Ledger;
using NudgeBot.Members;
using NudgeBot.Storage;
using NudgeBot.Tests.Support.Slack;

namespace NudgeBot.Tests.Channels.Slack.In;

public sealed class SlackCommandTests
{
    [Theory]
    [InlineData("helped <@U2|bob> with the deck")]
    [InlineData("helped <@U2> with the deck")]
    [InlineData("helped Bob with the deck")]
    [InlineData("helped\u00a0<@U2>\u00a0with “the deck”")]
    [InlineData("helped <mailto:bob@example.com|bob@example.com> with the deck")]
    public async Task A_record_is_confirmed_at_once_to_the_one_who_made_it(string text)
    {
        await using var running = await SlackBot.StartAsync();
        await running.AnswerAsync("U2", "help");

        var delivery = await running.Slack.CommandAsync("U1", "/nudge", text);

        Assert.Equal("ephemeral", delivery.Json.GetProperty("response_type").GetString());
        Assert.Contains("Bob", delivery.Json.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, await running.CountAsync<Entry>("U1"));
    }

    [Fact]
    public async Task Nothing_in_a_text_is_lost_or_doubled()
    {
        await using var running = await SlackBot.StartAsync();

        await running.AnswerAsync("U1", "helped <@U2> with R&amp;D &lt;and&gt; <#C1|general> <https://example.com/?a=1&amp;b=2|link>");

        var entry = await running.WorkAsync("T0MAIN", "U1", db => Task.FromResult(db.Set<Entry>().Single()));
        Assert.Equal("R&D <and> #general https://example.com/?a=1&b=2", entry.Text);
    }

    [Fact]
    public async Task Whoever_is_new_is_looked_up_once()
    {
        await using var running = await SlackBot.StartAsync();

        await running.AnswerAsync("U1", "helped <@U2> with the deck");
        await running.AnswerAsync("U1", "helped <@U2> with the deck again");

        var (ana, bob) = (await running.AccountAsync("U1"), await running.AccountAsync("U2"));
        Assert.Equal(("Ana", "Europe/Berlin", "Bob", "America/New_York"), (ana!.Name, ana.TimeZone, bob!.Name, bob.TimeZone));
        Assert.Equal(["U1", "U2"], running.Slack.Calls.Where(call => call.Method == "users.info").Select(call => call["user"]).Order());
    }

    [Fact]
    public async Task Somebody_new_is_answered_when_Slack_does_not_tell_who_they_are()
    {
        await using var running = await SlackBot.StartAsync();
        running.Slack.Fail("users.info", SlackFault.Html(500), SlackFault.Html(500), SlackFault.Html(500));

        await running.AnswerAsync("U1", "helped Zoe with the deck");

        var unsure = await running.AccountAsync("U1");
        Assert.Equal(("ana", "Etc/UTC", null), (unsure!.Name, unsure.TimeZone, unsure.ToldAt));
        running.Bot.Clock.Advance(TimeSpan.FromMinutes(6));
        await running.AnswerAsync("U1", "help");
        Assert.Equal(("Ana", "Europe/Berlin"), ((await running.AccountAsync("U1"))!.Name, (await running.AccountAsync("U1"))!.TimeZone));
    }

    [Fact]
    public async Task A_new_member_is_answered_in_the_language_of_their_account()
    {
        await using var running = await SlackBot.StartAsync();
        running.Slack.User("U1").Locale = "de-DE";

        await running.AnswerAsync("U1", "help");

        Assert.Equal("de", await running.WorkAsync("T0MAIN", "U1", db => Task.FromResult(db.Set<Member>().Single().Language)));
    }

    [Fact]
    public async Task A_form_opens_at_once()
    {
        await using var running = await SlackBot.StartAsync();

        var delivery = await running.Slack.CommandAsync("U1", "/nudge", "settings");

        Assert.True(delivery.IsOk, delivery.ToString());
        Assert.Equal("settings", running.Slack.Modal("U1")?.CallbackId);
    }

    [Fact]
    public async Task What_is_wrong_with_a_form_stands_beside_its_field()
    {
        await using var running = await SlackBot.StartAsync();
        await running.Slack.CommandAsync("U1", "/nudge", "settings");

        var wrong = await running.Slack.SubmitAsync("U1", running.Slack.Modal("U1")!, new Dictionary<string, string?> { ["zone"] = "Nowhere/Atall" });
        var right = await running.Slack.SubmitAsync("U1", running.Slack.Modal("U1")!, new Dictionary<string, string?> { ["zone"] = "Asia/Tokyo" });

        Assert.True(wrong.IsOk, wrong.ToString());
        Assert.Equal("errors", wrong.Json.GetProperty("response_action").GetString());
        Assert.Contains("Nowhere/Atall", Assert.Single(wrong.FieldErrors, error => error.Key == "zone").Value, StringComparison.Ordinal);
        Assert.Equal((true, ""), (right.IsOk, right.Answer));
        Assert.Equal("Asia/Tokyo", await running.WorkAsync("T0MAIN", "U1", db => Task.FromResult(db.Set<Member>().Single().TimeZone)));
    }

    [Fact]
    public async Task What_is_wrong_with_no_field_alone_stands_above_them()
    {
        await using var running = await SlackBot.StartAsync();
        await running.Slack.ShortcutAsync("U1", "log");

        var wrong = await running.Slack.SubmitAsync("U1", running.Slack.Modal("U1")!, new Dictionary<string, string?> { ["who"] = "<@U1>", ["text"] = "the deck" });

        Assert.True(wrong.IsOk, wrong.ToString());
        Assert.Equal("update", wrong.Json.GetProperty("response_action").GetString());
        Assert.Equal(0, await running.CountAsync<NudgeBot.Ledger.Entry>("U1"));
    }

    [Fact]
    public async Task A_command_is_acknowledged_in_time_while_nothing_can_be_written()
    {
        await using var running = await SlackBot.StartAsync();
        await running.AnswerAsync("U1", "help");
        var (holding, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var held = running.Bot.Services.GetRequiredService<UnitOfWork>().RunAsync("T0MAIN", "", async _ =>
        {
            holding.SetResult();
            await release.Task;
            return true;
        }, CancellationToken.None);
        await holding.Task;

        var start = running.Bot.Clock.GetUtcNow();
        var command = running.Slack.CommandAsync("U1", "/nudge", "helped Zoe with the deck");
        while (!command.IsCompleted)
        {
            running.Bot.Clock.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        }

        var waited = running.Bot.Clock.GetUtcNow() - start;
        release.SetResult();
        await held;
        Assert.True((await command).IsOk, (await command).ToString());
        Assert.InRange(waited, TimeSpan.FromSeconds(1.9), TimeSpan.FromSeconds(3));
        while (await running.CountAsync<Entry>("U1") == 0)
            await Task.Yield();
    }
}
