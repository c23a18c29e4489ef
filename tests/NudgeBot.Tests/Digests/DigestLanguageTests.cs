using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Members;
using NudgeBot.Storage;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Digests;

public sealed class DigestLanguageTests
{
    [Fact]
    public async Task A_digest_speaks_the_language_of_who_set_it_and_its_buttons_that_of_who_presses_them()
    {
        await using var bot = new TestBot();
        await SpeakGermanAsync(bot, "ana");
        var set = await bot.AnswerAsync("ana", "digest here every 2 weeks friday 15:00", "general");
        var standing = await bot.AnswerAsync("bob", "digest", "general");
        var confirmation = Assert.Single(await bot.SayAsync("bob", "thanks ana for the intro to Priya"));
        await bot.PressAsync("bob", confirmation, "thanks.share");

        await bot.AdvanceAsync("P1W");

        var post = Assert.Single(await bot.ChannelAsync("general", "emil"));
        Assert.StartsWith("Hier kommt ein Digest: alle 2 Wochen am Freitag um 15:00 Uhr, Zeitzone Europe/Madrid; das nächste Mal am Fr 27. Nov. 2026. Gibt es nichts zu zeigen, kommt auch nichts.\n", set, StringComparison.Ordinal);
        Assert.StartsWith("A digest is posted here every 2 weeks on Friday at 15:00, time zone Europe/Madrid; the next time is Fri 27 Nov 2026.", standing, StringComparison.Ordinal);
        Assert.Contains("Bob Tanaka dankt Ana Lopez: the intro to Priya (Mo 23. Nov. 2026)", post.Text, StringComparison.Ordinal);
        Assert.StartsWith("You have not chosen anybody", Assert.Single(await bot.PressAsync("bob", post, "digest.mine")).Text, StringComparison.Ordinal);
    }

    private static async Task SpeakGermanAsync(TestBot bot, string member)
    {
        await bot.SayAsync(member, "help");
        await bot.WorkAsync(member, async services => (await services.GetRequiredService<BotDb>().Set<Member>().SingleAsync()).Language = "de");
    }
}
