using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Circle;

public sealed class CircleCommandTests
{
    [Fact]
    public async Task The_circle_shows_each_ring_by_name_with_state_reason_and_free_seats_and_who_rests_apart()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "choose dora inner because she asks well");
        await bot.SayAsync("ana", "choose chen every 6 weeks because he listens");
        await bot.SayAsync("ana", "choose bob because we think alike");
        await bot.SayAsync("ana", "choose emil because of the choir");
        await bot.SayAsync("ana", "rest emil");
        await bot.SayAsync("ana", "helped bob with the board deck 5 weeks ago");
        await bot.SayAsync("ana", "helped chen with his visa yesterday");

        var circle = await bot.OneAsync("ana", "circle");

        Assert.Equal(
            [
                "Your circle",
                "Inner",
                "Dora Novak: fresh, no contact recorded yet, chosen today. she asks well",
                "4 seats are free here.",
                "Close",
                "Bob Tanaka: due, last in touch one month ago. we think alike",
                "Chen Wei: fresh, last in touch yesterday, every 6 weeks. he listens",
                "8 seats are free here.",
                "At rest",
                "Emil Hansen: since today. of the choir",
                "Your choices stay with you alone.",
            ],
            circle.Text.Split('\n'));
    }

    [Theory]
    [InlineData("P2W", "due")]
    [InlineData("P5W", "drifting")]
    [InlineData("P30W", "dormant")]
    public async Task Silence_changes_the_word(string period, string state)
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "choose dora inner because she asks well");

        await bot.AdvanceAsync(period);

        Assert.Contains($"Dora Novak: {state}, ", await bot.AnswerAsync("ana", "circle"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_circle_is_shown_in_the_members_language()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "choose bob every 6 weeks because wir gleich denken");
        await bot.SetAsync("ana", member => member.Language = "de");
        await bot.AdvanceAsync("P10W");

        var circle = await bot.AnswerAsync("ana", "circle");

        Assert.Contains(
            "Bob Tanaka: fällig, noch kein Kontakt festgehalten, gewählt vor 2 Monaten, alle 6 Wochen. wir gleich denken", circle, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_circle_of_somebody_else_stays_unseen()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "choose bob because we think alike");

        var circle = await bot.AnswerAsync("bob", "circle");

        Assert.DoesNotContain("Ana", circle, StringComparison.Ordinal);
        Assert.DoesNotContain("alike", circle, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_said_beyond_the_word_is_not_understood()
    {
        await using var bot = new TestBot();

        Assert.StartsWith("I did not understand \"of\" there.", await bot.AnswerAsync("ana", "circle of bob"), StringComparison.Ordinal);
    }
}
