using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Delivery;
using NudgeBot.Members;
using NudgeBot.Storage;
using NudgeBot.Tests.Support;
using NudgeBot.Workspaces;

namespace NudgeBot.Tests.Delivery;

/// <summary>Zones that governments change, and members who move. The old rules are made up: Berlin as if it had always kept Karachi's time.</summary>
public sealed class ZoneChangesTests
{
    private static readonly TimeZoneInfo OldBerlin = TimeZoneInfo.CreateCustomTimeZone("Europe/Berlin", TimeSpan.FromHours(5), "Berlin", "Berlin");

    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_is_due_at_a_time_of_day_keeps_it_when_its_zone_gets_other_rules(string provider)
    {
        await using var bot = Providers.Bot(provider);
        await SetAsync(bot, "winter", new DueTime(At("2027-01-15T04:30:00Z"), OldBerlin));
        await SetAsync(bot, "summer", new DueTime(At("2027-07-15T04:30:00Z"), OldBerlin));

        var moved = await ChangesOf(bot).RunOnceAsync(CancellationToken.None);

        Assert.Equal(2, moved);
        Assert.Equal(At("2027-01-15T08:30:00Z"), await DueAtAsync(bot, "winter"));
        Assert.Equal(At("2027-07-15T07:30:00Z"), await DueAtAsync(bot, "summer"));
    }

    [Fact]
    public async Task An_instant_and_what_was_reckoned_with_todays_rules_stay()
    {
        await using var bot = new TestBot();
        await SetAsync(bot, "instant", At("2027-01-15T04:30:00Z"));
        // The second of two equal times, which its zone alone does not tell from the first.
        await SetAsync(bot, "local", new DueTime(At("2027-10-31T01:30:00Z"), Berlin));

        var moved = await ChangesOf(bot).RunOnceAsync(CancellationToken.None);

        Assert.Equal(0, moved);
        Assert.Equal(At("2027-01-15T04:30:00Z"), await DueAtAsync(bot, "instant"));
        Assert.Equal(At("2027-10-31T01:30:00Z"), await DueAtAsync(bot, "local"));
    }

    [Fact]
    public async Task A_time_that_the_new_rules_skip_moves_to_the_end_of_the_gap()
    {
        await using var bot = new TestBot();
        await SetAsync(bot, "gap", new DueTime(At("2027-03-27T21:30:00Z"), OldBerlin));

        await ChangesOf(bot).RunOnceAsync(CancellationToken.None);

        Assert.Equal(At("2027-03-28T01:00:00Z"), await DueAtAsync(bot, "gap"));
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Many_follow_together_and_none_twice(string provider)
    {
        await using var bot = Providers.Bot(provider);
        await bot.WorkAsync("", async services =>
        {
            var schedules = services.GetRequiredService<Schedules>();
            for (var number = 0; number < 1100; number++)
                await schedules.SetAsync("many", $"{number}", "", new DueTime(At("2027-01-15T04:30:00Z"), OldBerlin), CancellationToken.None);
            return true;
        });

        var moved = await ChangesOf(bot).RunOnceAsync(CancellationToken.None);
        var again = await ChangesOf(bot).RunOnceAsync(CancellationToken.None);

        Assert.Equal((1100, 0), (moved, again));
    }

    [Fact]
    public async Task What_an_earlier_version_set_without_a_local_time_keeps_its_instant()
    {
        await using var bot = new TestBot();
        await SetAsync(bot, "mixed", new DueTime(At("2027-01-15T04:30:00Z"), OldBerlin));
        await bot.WorkAsync("ana", services => services.GetRequiredService<BotDb>().Set<Schedule>()
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, At("2027-01-22T08:30:00Z"))));

        await ChangesOf(bot).RunOnceAsync(CancellationToken.None);

        Assert.Equal(At("2027-01-22T08:30:00Z"), await DueAtAsync(bot, "mixed"));
    }

    [Fact]
    public async Task Nudges_and_digests_are_due_at_times_of_day()
    {
        await using var bot = new TestBot(channels: ["general"]);
        await bot.SayAsync("ana", "choose bob every 6 weeks because we think alike");
        await bot.SayAsync("ana", "nudges on");
        await bot.SayAsync("ana", "digest here weekly monday 9:00", channel: "general");

        var local = await bot.WorkAsync("ana", services => services.GetRequiredService<BotDb>().Set<Schedule>()
            .Where(row => row.TimeZone != null).OrderBy(row => row.Kind).Select(row => new { row.Kind, row.LocalTime, row.TimeZone }).ToListAsync());

        Assert.Equal(["digest", "mutual", "nudge", "review"], local.Select(row => row.Kind).Order());
        Assert.All(local, row => Assert.Equal(row.Kind == "digest" ? new TimeOnly(9, 0) : new TimeOnly(9, 30), row.LocalTime));
        Assert.Single(local.Select(row => row.TimeZone).Distinct());
    }

    [Fact]
    public async Task A_member_whose_account_shows_another_zone_is_nudged_at_the_same_time_of_day_there()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "choose bob every 6 weeks because we think alike");
        await bot.SayAsync("ana", "nudges on");

        await MoveAsync(bot, "Asia/Tokyo");
        await bot.RunDueAsync();

        Assert.Equal(At("2026-11-24T00:30:00Z"), await DueAtAsync(bot, "nudge"));
    }

    [Fact]
    public async Task A_member_who_chose_a_zone_keeps_it_wherever_their_account_is()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "nudges on");
        var form = Assert.Single(await bot.SayAsync("ana", "settings"));
        await bot.PressAsync("ana", form, "settings", form: new { zone = "Europe/Paris" });
        var before = await DueAtAsync(bot, "nudge");

        await MoveAsync(bot, "Asia/Tokyo");
        await bot.RunDueAsync();

        Assert.Equal(before, await DueAtAsync(bot, "nudge"));
    }

    private static ZoneChanges ChangesOf(TestBot bot) => bot.Services.GetRequiredService<ZoneChanges>();

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);

    private static Task<bool> SetAsync(TestBot bot, string kind, DueTime due) => bot.WorkAsync("ana", async services =>
    {
        await services.GetRequiredService<Schedules>().SetAsync(kind, "ana", "", due, CancellationToken.None);
        return true;
    });

    private static Task<DateTimeOffset> DueAtAsync(TestBot bot, string kind) => bot.WorkAsync("ana", services =>
        services.GetRequiredService<BotDb>().Set<Schedule>().Where(row => row.Kind == kind).Select(row => row.DueAt).SingleAsync());

    private static Task<bool> MoveAsync(TestBot bot, string zone) => bot.WorkAsync("", async services =>
    {
        var account = await services.GetRequiredService<BotDb>().Set<Account>().SingleAsync(row => row.AccountId == "ana");
        var before = account.TimeZone;
        account.TimeZone = zone;
        await MemberMoved.NoteAsync(services.GetRequiredService<Schedules>(), account, before, bot.Clock.GetUtcNow(), CancellationToken.None);
        return true;
    });
}
