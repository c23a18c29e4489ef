using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Chat;
using NudgeBot.Delivery;
using NudgeBot.Storage;
using NudgeBot.Tests.Nudges.Sending;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Delivery;

/// <summary>Machines whose clock is set, that were suspended, and days that other years do not have.</summary>
public sealed class ClockTests
{
    [Fact]
    public async Task A_clock_that_is_set_back_brings_no_nudge_twice_and_loses_no_later_one()
    {
        await using var bot = await WithNudgesAsync();
        bot.Clock.Advance(TimeSpan.FromHours(25));
        await bot.RunDueAsync();
        var (before, next) = ((await bot.NudgesAsync("ana")).Count, await NextAsync(bot));

        bot.Clock.AdjustTime(bot.Clock.GetUtcNow() - TimeSpan.FromDays(2));
        for (var hour = 0; hour < 48; hour++)
        {
            await bot.RunDueAsync();
            bot.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal((1, 1), (before, (await bot.NudgesAsync("ana")).Count));
        Assert.Equal(next, await NextAsync(bot));
    }

    [Fact]
    public async Task A_message_written_down_before_the_clock_was_set_back_goes_out_when_it_is_there_again()
    {
        var platform = new TestChannel();
        await using var bot = new TestBot(parts: platform.Replace);
        await bot.WorkAsync("ana", services => Task.FromResult(services.GetRequiredService<Outbox>().ToMember("test", "ana", new Message("Hello."), bot.Clock.GetUtcNow())));

        bot.Clock.AdjustTime(bot.Clock.GetUtcNow() - TimeSpan.FromMinutes(1));
        await bot.RunDueAsync();
        var early = platform.Sent.Count;
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await bot.RunDueAsync();

        Assert.Equal((0, 1), (early, platform.Sent.Count));
    }

    [Fact]
    public async Task A_lease_that_was_taken_before_the_clock_was_set_back_is_taken_anew()
    {
        var platform = new TestChannel();
        await using var bot = new TestBot(parts: platform.Replace);
        await bot.RunDueAsync();

        bot.Clock.AdjustTime(bot.Clock.GetUtcNow() - TimeSpan.FromHours(1));
        await bot.WorkAsync("ana", services => Task.FromResult(services.GetRequiredService<Outbox>().ToMember("test", "ana", new Message("Hello."), bot.Clock.GetUtcNow())));
        await bot.RunDueAsync();

        Assert.Single(platform.Sent);
        Assert.Equal(bot.Clock.GetUtcNow().AddSeconds(30), await bot.WorkAsync(
            "", services => services.GetRequiredService<BotDb>().Set<NudgeBot.Workspaces.Workspace>().Select(row => row.LeaseUntil).SingleAsync()));
    }

    [Fact]
    public async Task A_machine_that_was_suspended_for_months_sends_one_nudge_and_goes_on_from_there()
    {
        await using var bot = await WithNudgesAsync();

        bot.Clock.Advance(TimeSpan.FromDays(100));
        await bot.RunDueAsync();
        bot.Clock.Advance(TimeSpan.FromDays(6));
        await bot.RunDueAsync();

        Assert.Single(await bot.NudgesAsync("ana"));
    }

    [Fact]
    public async Task What_is_to_be_followed_up_on_a_leap_day_comes_back_on_it()
    {
        await using var bot = new TestBot(start: new DateTimeOffset(2028, 2, 21, 9, 0, 0, TimeSpan.Zero));
        await bot.SayAsync("ana", "followup bob on 2028-02-29 the plan");

        var due = await bot.WorkAsync("ana", services => services.GetRequiredService<BotDb>().Set<Schedule>().Where(row => row.Kind == "followup")
            .Select(row => new { row.LocalDate, row.LocalTime }).SingleAsync());

        Assert.Equal((new DateOnly(2028, 2, 29), new TimeOnly(9, 30)), (due.LocalDate!.Value, due.LocalTime!.Value));
    }

    private static Task<DateTimeOffset> NextAsync(TestBot bot) => bot.WorkAsync(
        "ana", services => services.GetRequiredService<BotDb>().Set<Schedule>().Where(row => row.Kind == "nudge").Select(row => row.DueAt).SingleAsync());

    private static async Task<TestBot> WithNudgesAsync()
    {
        var bot = new TestBot();
        await bot.SayAsync("ana", "helped bob with the board deck 7 months ago");
        await bot.SayAsync("ana", "choose bob every 6 weeks because we think alike");
        await bot.SayAsync("ana", "nudges on");
        return bot;
    }
}
