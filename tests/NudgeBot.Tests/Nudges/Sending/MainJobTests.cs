using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Nudges.Sending;

/// <summary>What NudgeBot is for, lived through by a newcomer over the local API alone.</summary>
public sealed class MainJobTests
{
    [Fact]
    public async Task Help_choose_let_weeks_pass_get_a_nudge_and_act_with_one_tap()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "helped bob with the board deck yesterday");
        await bot.SayAsync("ana", "thanks dora for the intro to Priya");
        await bot.SayAsync("ana", "choose bob every 6 weeks because we think alike");
        await bot.RestartAsync();
        var welcome = (await bot.ChatAsync("ana")).First(message => message.Buttons.Any(button => button.ActionId == "nudges.on"));
        await bot.PressAsync("ana", welcome, "nudges.on");

        await bot.AdvanceAsync("P6W");
        await bot.RestartAsync();

        var nudge = (await bot.NudgesAsync("ana")).First(message => message.Text.Contains("Bob Tanaka", StringComparison.Ordinal));
        var before = await bot.AnswerAsync("ana", "why bob");
        var value = nudge.ValueAbout("nudge.reached", "Bob Tanaka");
        await bot.PressAsync("ana", nudge, "nudge.reached", value);
        await bot.RestartAsync();
        var after = await bot.AnswerAsync("ana", "why bob");
        Assert.Contains("Bob Tanaka has been due since Sun 3 Jan 2027", before, StringComparison.Ordinal);
        Assert.Contains("Bob Tanaka is due on Mon 15 Feb 2027", after, StringComparison.Ordinal);
    }
}
