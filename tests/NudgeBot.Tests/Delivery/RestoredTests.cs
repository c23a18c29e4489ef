using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Delivery;
using NudgeBot.Storage;
using NudgeBot.Storage.Sqlite;
using NudgeBot.Tests.Channels.Slack;
using NudgeBot.Tests.Support;
using NudgeBot.Tests.Support.Slack;

namespace NudgeBot.Tests.Delivery;

/// <summary>A backup is made on a Monday, a nudge and a digest fall due on the Tuesday, and then the backup is put back.</summary>
public sealed class RestoredTests : IDisposable
{
    private static readonly TimeSpan UntilTuesday = TimeSpan.FromHours(30);

    private readonly TestFolder folder = new();

    private string Copy => folder.File("copy.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_went_out_after_the_backup_does_not_go_out_again()
    {
        await using var running = await PrepareAsync();
        Save(running.Bot);
        var before = Posted(running.Slack);
        running.Bot.Clock.Advance(UntilTuesday);
        await running.Bot.RunDueAsync();
        var sent = Posted(running.Slack);

        var looked = await GoOnAsync(running, after: TimeSpan.FromMinutes(90));

        Assert.Equal(2, sent.Count - before.Count);
        Assert.Equal(sent, Posted(running.Slack));
        Assert.True(looked.Schedules >= 2);
        Assert.Empty(running.Slack.DuplicateDeliveries());
    }

    [Fact]
    public async Task What_had_not_gone_out_before_the_backup_was_put_back_goes_out_once()
    {
        await using var running = await PrepareAsync();
        Save(running.Bot);
        running.Bot.Clock.Advance(UntilTuesday);
        var before = Posted(running.Slack);

        await GoOnAsync(running, after: TimeSpan.Zero);

        Assert.Equal(2, Posted(running.Slack).Count - before.Count);
        Assert.Empty(running.Slack.DuplicateDeliveries());
    }

    [Fact]
    public async Task A_message_that_waited_when_the_backup_was_made_and_went_out_since_is_not_sent_again()
    {
        await using var running = await PrepareAsync();
        await running.Bot.Services.GetRequiredService<UnitOfWork>().RunAsync("T0MAIN", "U1", services => Task.FromResult(
            services.GetRequiredService<Outbox>().ToMember("test", "U1", new("Hello."), running.Bot.Clock.GetUtcNow())), CancellationToken.None);
        Save(running.Bot);
        await running.Bot.RunDueAsync();

        await GoOnAsync(running, after: TimeSpan.FromHours(1));

        Assert.Single(running.Slack.Messages("U1"), message => message.Text == "Hello.");
    }

    /// <summary>Somebody with consent and an associate whose time has come, and a channel with something to show.</summary>
    private static async Task<SlackBot> PrepareAsync()
    {
        var running = await SlackBot.StartAsync();
        await running.AnswerAsync("U1", "helped \"Grace Hopper\" with the compiler 7 months ago");
        await running.AnswerAsync("U1", "choose \"Grace Hopper\" every 6 weeks because she asks why");
        await running.AnswerAsync("U1", "nudges on");
        await running.AnswerAsync("U3", "digest here weekly tuesday 9:00");
        await running.AnswerAsync("U3", "thanks <@U1> for fixing the build");
        var thanks = running.Slack.Ephemerals("U3")[^1];
        await running.Slack.PressAsync("U3", thanks, thanks.ActionIds.Single(id => id.StartsWith("thanks.share", StringComparison.Ordinal)));
        await running.Slack.SubmitAsync("U3", running.Slack.Modal("U3")!, new Dictionary<string, string?> { ["channel"] = "C1" });
        await running.Bot.RunDueAsync();
        return running;
    }

    private void Save(TestBot bot) => Assert.Null(bot.Services.GetRequiredService<SqliteBackup>().Save(Copy));

    /// <summary>Goes on with the backup some time later, as if nothing were known of what happened since it was made.</summary>
    private async Task<(int Deliveries, int Schedules)> GoOnAsync(SlackBot running, TimeSpan after)
    {
        await using var restored = new TestBot(
            start: running.Bot.Clock.GetUtcNow() + after, connection: (StorageOptions.Sqlite, $"Data Source={Copy}"), settings: SlackBot.Settings(running.Slack));
        running.Slack.Options.Clock = restored.Clock;
        var looked = await restored.Services.GetRequiredService<Restored>().MarkAsync(CancellationToken.None);
        await restored.RunDueAsync();
        return looked;
    }

    private static List<string> Posted(FakeSlack slack) => [.. slack.Messages("U1").Concat(slack.Messages("C1")).Select(message => message.Text)];
}
