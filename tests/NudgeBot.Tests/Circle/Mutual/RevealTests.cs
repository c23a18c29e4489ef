using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Circle.Mutual;

/// <summary>
/// It is Monday 23 November; the first Mondays that follow are 7 December (too soon for what is chosen now), 4 January and 1 February.
/// Ana's half past nine is 08:30 UTC and Bob's is 14:30 UTC.
/// </summary>
public sealed class RevealTests
{
    private const string ToFourthOfJanuaryNoon = "P42DT3H", ToEighthOfDecember = "P15D", SixHours = "PT6H";

    [Fact]
    public async Task Who_chose_each_other_and_agreed_are_both_told_on_the_day_each_in_their_own_time()
    {
        await using var bot = new TestBot();
        await AgreeAndChooseAsync(bot, "ana", "bob");
        await AgreeAndChooseAsync(bot, "bob", "ana");

        await bot.AdvanceAsync(ToEighthOfDecember);
        var early = (await ToldAsync(bot, "ana")).Concat(await ToldAsync(bot, "bob"));
        await bot.AdvanceAsync("P30D");

        Assert.Empty(early);
        var ana = Assert.Single(await ToldAsync(bot, "ana"));
        var bob = Assert.Single(await ToldAsync(bot, "bob"));
        Assert.Equal("You and Bob Tanaka chose each other, and both of you agreed to hear of it. Bob Tanaka reads the same today.", ana.Text);
        Assert.Equal("You and Ana Lopez chose each other, and both of you agreed to hear of it. Ana Lopez reads the same today.", bob.Text);
        Assert.Equal("2027-01-04T08:30:00+00:00", ana.Json.GetProperty("at").GetString());
        Assert.Equal("2027-01-04T14:30:00+00:00", bob.Json.GetProperty("at").GetString());
    }

    [Theory]
    [InlineData("agree", "")]
    [InlineData("", "choose")]
    [InlineData("choose", "agree")]
    public async Task As_long_as_one_of_the_four_is_missing_nobody_is_told(string anaDoes, string bobDoes)
    {
        await using var bot = new TestBot();
        foreach (var (member, other, does) in new[] { ("ana", "bob", anaDoes), ("bob", "ana", bobDoes) })
        {
            if (does is "agree" or "")
                await AgreeAsync(bot, member);
            if (does is "choose" or "")
                await bot.SayAsync(member, $"choose {other} because we think alike");
        }

        await bot.AdvanceAsync("P52W");

        Assert.Empty(await ToldAsync(bot, "ana"));
        Assert.Empty(await ToldAsync(bot, "bob"));
    }

    [Fact]
    public async Task Taking_back_consent_or_releasing_in_time_leaves_nothing_to_tell()
    {
        await using var bot = new TestBot();
        await AgreeAndChooseAsync(bot, "ana", "bob");
        await AgreeAndChooseAsync(bot, "ana", "chen");
        await AgreeAndChooseAsync(bot, "ana", "dora");
        foreach (var other in new[] { "bob", "chen", "dora" })
            await AgreeAndChooseAsync(bot, other, "ana");
        await bot.AdvanceAsync("P41D");

        await bot.TapAsync("bob", await bot.OneAsync("bob", "circle"), "Keep my choices hidden");
        await bot.SayAsync("chen", "release ana");
        await bot.SayAsync("dora", "rest ana");
        await bot.AdvanceAsync("P2D");

        foreach (var member in new[] { "ana", "bob", "chen", "dora" })
            Assert.Empty(await ToldAsync(bot, member));
    }

    /// <summary>Probing by agreeing, or choosing, just before the day.</summary>
    [Theory]
    [InlineData("consent")]
    [InlineData("choice")]
    [InlineData("everybody")]
    public async Task What_has_not_stood_for_four_weeks_shows_nothing_on_the_day(string probe)
    {
        await using var bot = new TestBot();
        await AgreeAndChooseAsync(bot, "bob", "ana");
        if (probe != "consent")
            await AgreeAsync(bot, "ana");
        if (probe == "consent")
            await bot.SayAsync("ana", "choose bob because I wonder");
        await bot.AdvanceAsync("P15D");

        if (probe == "consent")
            await AgreeAsync(bot, "ana");
        foreach (var other in probe == "everybody" ? new[] { "bob", "chen", "dora", "emil" } : ["bob"])
            await bot.SayAsync("ana", $"choose {other} because I wonder");
        await bot.AdvanceAsync("P28D");

        Assert.Empty(await ToldAsync(bot, "ana"));
        Assert.Empty(await ToldAsync(bot, "bob"));
    }

    /// <summary>Probing by toggling: a break, however short, and undone with one tap, begins the four weeks anew.</summary>
    [Theory]
    [InlineData("consent")]
    [InlineData("seat")]
    public async Task A_break_begins_the_four_weeks_anew(string toggle)
    {
        await using var bot = new TestBot();
        await AgreeAndChooseAsync(bot, "ana", "bob");
        await AgreeAndChooseAsync(bot, "bob", "ana");
        await bot.AdvanceAsync("P30D");

        if (toggle == "consent")
        {
            await bot.TapAsync("ana", await bot.OneAsync("ana", "circle"), "Keep my choices hidden");
            await AgreeAsync(bot, "ana");
        }
        else
        {
            await bot.TapAsync("ana", await bot.OneAsync("ana", "release bob"), "Undo");
        }

        await bot.AdvanceAsync("P13D");
        var onTheFourth = await ToldAsync(bot, "ana");
        await bot.AdvanceAsync("P30D");

        Assert.Empty(onTheFourth);
        Assert.Single(await ToldAsync(bot, "ana"));
        Assert.Single(await ToldAsync(bot, "bob"));
    }

    /// <summary>Reading one's own message and withdrawing before the other one reads theirs gains nothing: both are told.</summary>
    [Theory]
    [InlineData("ana", "release bob")]
    [InlineData("bob", "release ana")]
    public async Task Once_one_is_told_the_other_is_told_too(string member, string line)
    {
        await using var bot = new TestBot();
        await AgreeAndChooseAsync(bot, "ana", "bob");
        await AgreeAndChooseAsync(bot, "bob", "ana");
        await bot.AdvanceAsync(ToFourthOfJanuaryNoon);
        var (ana, bob) = ((await ToldAsync(bot, "ana")).Count, (await ToldAsync(bot, "bob")).Count);

        await bot.TapAsync(member, await bot.OneAsync(member, "circle"), "Keep my choices hidden");
        await bot.SayAsync(member, line);
        await bot.RestartAsync();
        await bot.AdvanceAsync(SixHours);

        Assert.Equal((1, 0), (ana, bob));
        Assert.Single(await ToldAsync(bot, "bob"));
    }

    /// <summary>A second message would show the other one that there was a break.</summary>
    [Fact]
    public async Task Who_chooses_again_after_a_break_is_not_told_again()
    {
        await using var bot = new TestBot();
        await AgreeAndChooseAsync(bot, "ana", "bob");
        await AgreeAndChooseAsync(bot, "bob", "ana");
        await bot.AdvanceAsync("P43D");

        await bot.SayAsync("ana", "release bob");
        await bot.SayAsync("ana", "choose bob because we think alike");
        await bot.AdvanceAsync("P40W");

        Assert.Single(await ToldAsync(bot, "ana"));
        Assert.Single(await ToldAsync(bot, "bob"));
    }

    [Fact]
    public async Task Who_pauses_is_told_on_the_first_day_after_it_and_the_other_one_is_not_kept_waiting()
    {
        await using var bot = new TestBot();
        await AgreeAndChooseAsync(bot, "ana", "bob");
        await AgreeAndChooseAsync(bot, "bob", "ana");
        await bot.SetAsync("ana", member => member.PausedUntil = new DateOnly(2027, 1, 20));

        await bot.AdvanceAsync("P43D");
        var (ana, bob) = (await ToldAsync(bot, "ana"), await ToldAsync(bot, "bob"));
        await bot.AdvanceAsync("P30D");

        Assert.Empty(ana);
        Assert.Single(bob);
        Assert.Equal("2027-02-01T08:30:00+00:00", Assert.Single(await ToldAsync(bot, "ana")).Json.GetProperty("at").GetString());
    }

    private static async Task AgreeAndChooseAsync(TestBot bot, string member, string other)
    {
        await bot.SayAsync(member, $"choose {other} because we think alike");
        await bot.SetAsync(member, row => row.RevealsMutualChoice = false);
        await AgreeAsync(bot, member);
    }

    private static async Task AgreeAsync(TestBot bot, string member) =>
        await bot.TapAsync(member, await bot.OneAsync(member, "circle"), "Show mutual choices");

    private static async Task<List<TestMessage>> ToldAsync(TestBot bot, string member) =>
        [.. (await bot.HeardAsync(member)).Where(message => message.Text.StartsWith("You and ", StringComparison.Ordinal))];
}
