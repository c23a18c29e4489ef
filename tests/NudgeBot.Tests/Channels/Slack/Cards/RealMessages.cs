using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Channels.Local;
using NudgeBot.Chat;
using NudgeBot.Home;
using NudgeBot.Storage;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Channels.Slack.Cards;

/// <summary>What NudgeBot really says, from commands that people really type.</summary>
internal static class RealMessages
{
    /// <summary>One message of each kind, by name.</summary>
    public static async Task<IReadOnlyList<(string Name, Message Message)>> PlayAsync()
    {
        await using var bot = new TestBot();
        List<(string, Message)> played = [];
        // The first answer of all is followed by the welcome.
        await bot.SayAsync("ana", "help");
        await Keep("not-understood", "hleped bob");
        await Keep("help", "help");
        await Keep("help-command", "help choose");
        Add("welcome", (await AllAsync(bot)).Last(message => message.Card?.Buttons.Any(button => button.ActionId == "nudges.on") == true));
        await Keep("confirmation", "helped @bob with the board deck yesterday");
        await Keep("thanks", "thanks @bob for the intro to \"Priya Raman\" on 12 May");
        await bot.SayAsync("ana", "thanks @dora for checking the contract");
        await bot.SayAsync("ana", "needs @bob a QA lead for the mobile team");
        await bot.SayAsync("ana", "note @bob has moved to Boston, two children, see https://example.com/bob_w?a=1&b=2");
        await bot.SayAsync("ana", "met @chen about the roadmap 3 weeks ago");
        await bot.SayAsync("ana", "choose @bob inner every 6 weeks because he sees what I do not");
        await bot.SayAsync("ana", "choose @chen every 2 months because we built the first version together");
        await bot.SayAsync("ana", "choose \"Priya Raman\" because she knows the whole industry");
        await Keep("circle", "circle");
        await Keep("history", "history bob");
        await Keep("story", "story bob");
        await Keep("ask", "ask who knows a good tax adviser in Madrid?");
        await bot.SayAsync("bob", "choose @ana because she asks good questions");
        await Keep("asks", "asks");
        await Keep("settings", "settings");
        await Keep("next", "next");
        await Keep("why", "why bob");
        await Keep("status", "status");
        await Keep("privacy", "privacy");
        await bot.SayAsync("ana", "digest here weekly friday 15:00", "general");
        var thanks = await Said(bot, "thanks @bob for staying late on Friday");
        await bot.PressAsync("ana", thanks, "thanks.share");
        await Keep("digest", "digest preview", "general");
        await bot.SayAsync("ana", "nudges on");
        await bot.AdvanceAsync("P60D");
        Add("nudge", (await AllAsync(bot)).Where(message => message.Card?.Buttons.Any(button => button.ActionId == "nudge.reached") == true).MaxBy(message => message.Text.Length)!);
        await Keep("choose-form", null, press: "choose.form", from: await Said(bot, "circle"));
        await Keep("review", "review");
        await Keep("forget-me", "forget me");
        return played;

        void Add(string name, Message message) => played.Add((name, message));

        async Task Keep(string name, string? line, string? channel = null, string? press = null, TestMessage? from = null)
        {
            if (line is not null)
                await bot.SayAsync("ana", line, channel);
            if (from is not null)
                await bot.PressAsync("ana", from, press!);
            Add(name, (await AllAsync(bot))[^1]);
        }
    }

    private static async Task<TestMessage> Said(TestBot bot, string line) => (await bot.SayAsync("ana", line))[^1];

    /// <summary>The home of somebody with a circle.</summary>
    public static async Task<Card> HomeAsync()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "nudges on");
        await bot.SayAsync("ana", "choose @chen inner every 2 weeks because she tells me the truth");
        await bot.SayAsync("ana", "choose @bob every 6 weeks");
        await bot.SayAsync("ana", "helped @bob with the board deck yesterday");
        await bot.SayAsync("ana", "ask who knows a good tax adviser?");
        return await bot.Services.GetRequiredService<UnitOfWork>().ReadAsync(
            "local", "ana", services => services.GetRequiredService<HomePage>().ComposeAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>All that NudgeBot said to Ana, as it stands in the outbox and not as the local page shows it.</summary>
    private static async Task<IReadOnlyList<Message>> AllAsync(TestBot bot) => await bot.WorkAsync("ana", async services =>
    {
        var bodies = await services.GetRequiredService<BotDb>().Set<LocalMessage>()
            .Where(row => row.From == LocalWorkspace.BotId && (row.IsDirect ? row.ConversationId == "ana" : row.EphemeralFor == "ana"))
            .OrderBy(row => row.MessageId).Select(row => row.Body).ToListAsync();
        return bodies.ConvertAll(body => JsonSerializer.Deserialize(body, ChatJson.Default.Message)!);
    });
}
