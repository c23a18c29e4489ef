using NudgeBot.Circle;
using NudgeBot.Digests;
using NudgeBot.People;
using NudgeBot.Storage;
using NudgeBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace NudgeBot.Tests.Digests;

public sealed class WaitingTests
{
    private static readonly (string Member, string Chosen)[] Choices = [("ana", "bob"), ("bob", "chen"), ("chen", "dora"), ("dora", "emil"), ("emil", "ana")];

    [Fact]
    public async Task Five_members_are_enough_to_say_how_many_reconnections_are_waiting()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "digest here weekly friday 15:00", "general");
        await ChooseAsync(bot, 5);
        await bot.SayAsync("ana", "choose chen every 2 weeks because we think alike");

        await bot.AdvanceAsync("P19D");

        var post = Assert.Single(await PostsAsync(bot));
        Assert.Contains("6 reconnections are waiting for somebody in this workspace.", post.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lopez", post.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_four_members_nothing_at_all_is_said()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "digest here weekly friday 15:00", "general");
        await ChooseAsync(bot, 4);
        await bot.SayAsync("ana", "choose chen every 2 weeks because we think alike");

        await bot.AdvanceAsync("P19D");

        Assert.Empty(await PostsAsync(bot));
    }

    [Fact]
    public async Task Who_was_in_touch_or_put_them_to_rest_is_not_waiting()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "digest here weekly friday 15:00", "general");
        await ChooseAsync(bot, 5);

        await bot.AdvanceAsync("P10D");
        await bot.SayAsync("emil", "met ana");
        await bot.AdvanceAsync("P9D");

        Assert.Empty(await PostsAsync(bot));
    }

    [Fact]
    public async Task Members_of_another_workspace_are_not_counted()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "digest here weekly friday 15:00", "general");
        await ChooseAsync(bot, 4);
        await SeatElsewhereAsync(bot, "emil");

        await bot.AdvanceAsync("P19D");

        Assert.Empty(await PostsAsync(bot));
    }

    [Fact]
    public async Task Show_mine_answers_only_the_one_who_clicked_with_their_own()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "digest here weekly friday 15:00", "general");
        await ChooseAsync(bot, 5);
        await bot.SayAsync("ana", "met bob on 2026-11-23");
        await bot.AdvanceAsync("P19D");
        var post = Assert.Single(await PostsAsync(bot));

        var anas = Assert.Single(await bot.PressAsync("ana", post, "digest.mine"));
        var bobs = Assert.Single(await bot.PressAsync("bob", post, "digest.mine"));

        Assert.Equal("Waiting in your circle:\nBob Tanaka: last noted on Mon 23 Nov 2026", anas.Text);
        Assert.Equal("Waiting in your circle:\nChen Wei: nothing noted yet since you chose them on Mon 23 Nov 2026", bobs.Text);
        Assert.True(anas.Ephemeral && bobs.Ephemeral);
        Assert.Single(await PostsAsync(bot));
    }

    [Fact]
    public async Task Show_mine_says_so_when_nobody_waits_or_nobody_was_chosen()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "digest here weekly friday 15:00", "general");
        await ChooseAsync(bot, 5);
        await bot.AdvanceAsync("P19D");
        var post = Assert.Single(await PostsAsync(bot));
        await bot.SayAsync("ana", "met bob");
        await bot.SayAsync("emil", "release ana");

        var anas = Assert.Single(await bot.PressAsync("ana", post, "digest.mine"));
        var emils = Assert.Single(await bot.PressAsync("emil", post, "digest.mine"));

        Assert.Equal("Nobody in your circle is waiting at the moment.", anas.Text);
        Assert.StartsWith("You have not chosen anybody for your circle yet.", emils.Text, StringComparison.Ordinal);
    }

    [Theory]
    // A cadence of thirty days from 23 November, the day of choosing
    [InlineData(null, null, "2026-12-23")]
    [InlineData("2026-11-25", null, "2026-12-25")]
    [InlineData("2026-11-01", null, "2026-12-23")]
    [InlineData("2026-11-01", "2026-11-01", "2026-12-01")]
    [InlineData("2026-11-01", "2020-01-01", "2026-12-01")]
    public void Received_help_never_makes_somebody_due(string? last, string? lastBoth, string due)
    {
        var seat = new Seat("local", "ana", Guid.Empty, Ring.Close, null, new DateOnly(2026, 11, 23), Date(last), Date(lastBoth));

        Assert.Equal(Date(due), seat.DueOn);
    }

    private static DateOnly? Date(string? text) => text is null ? null : DateOnly.Parse(text, null);

    /// <summary>The first so many members choose somebody each, to be in touch every two weeks.</summary>
    private static async Task ChooseAsync(TestBot bot, int members)
    {
        foreach (var (member, chosen) in Choices.Take(members))
            await bot.SayAsync(member, $"choose {chosen} every 2 weeks because we think alike");
    }

    private static Task<bool> SeatElsewhereAsync(TestBot bot, string member) =>
        bot.Services.GetRequiredService<UnitOfWork>().RunAsync("elsewhere", member, services =>
        {
            var db = services.GetRequiredService<BotDb>();
            var id = Guid.CreateVersion7(bot.Clock.GetUtcNow());
            db.Add(new Person { PersonId = id, Name = "Gail", KnownSince = bot.Clock.GetUtcNow() });
            db.Add(new Associate { PersonId = id, Ring = Ring.Close, CadenceDays = 14, ChosenOn = new DateOnly(2026, 11, 23) });
            return Task.FromResult(true);
        }, CancellationToken.None);

    private static Task<IReadOnlyList<TestMessage>> PostsAsync(TestBot bot) => bot.ChannelAsync("general", "emil");
}
