using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Chat;
using NudgeBot.Circle;
using NudgeBot.Delivery;
using NudgeBot.Inbox;
using NudgeBot.Ledger;
using NudgeBot.Members;
using NudgeBot.People;
using NudgeBot.Storage;
using NudgeBot.Tests.Support;
using NudgeBot.Workspaces;

namespace NudgeBot.Tests.Nudges.Sending;

/// <summary>Members who get nudges, and what they find in their chat.</summary>
internal static class Nudged
{
    /// <summary>
    /// Ana, who said yes to nudges, on Tuesday at ten in Madrid, half an hour after her nudge. The first of these colleagues is current in
    /// her circle, the second due, and the others are on her shelf since long ago.
    /// </summary>
    public static async Task<TestBot> AnaAsync(params string[] helped)
    {
        var bot = new TestBot();
        await bot.KnowAsync("ana", helped);
        await bot.SayAsync("ana", "nudges on");
        await bot.AdvanceAsync("P1D");
        return bot;
    }

    /// <summary>Lets a member have helped these colleagues: the first three weeks ago, the second three months ago, the others years ago.</summary>
    public static async Task KnowAsync(this TestBot bot, string member, params string[] helped)
    {
        foreach (var (index, name) in helped.Index())
        {
            await bot.SayAsync(member, $"helped {name} with the board deck {index switch { 0 => "3 weeks", 1 => "3 months", _ => "4 years" }} ago");
            if (index < 2)
                await bot.SeatAsync(member, name);
        }
    }

    /// <summary>Gives a person whom a member knows a seat, a year ago.</summary>
    public static Task SeatAsync(this TestBot bot, string member, string account) =>
        bot.Services.GetRequiredService<UnitOfWork>().RunAsync("local", member, async services =>
        {
            var db = services.GetRequiredService<BotDb>();
            var person = await db.Set<PersonAlias>().SingleAsync(row => row.Kind == AliasKind.Account && row.Value == account);
            db.Add(new Associate { PersonId = person.PersonId, Ring = Ring.Close, ChosenOn = new(2025, 11, 23) });
            return true;
        }, default);

    /// <summary>Changes a member's settings as the settings form does.</summary>
    public static Task ChangeAsync(this TestBot bot, string memberId, Action<Member> change) =>
        bot.Services.GetRequiredService<UnitOfWork>().RunAsync("local", memberId, async services =>
        {
            var now = services.GetRequiredService<WorkspaceTime>().Now("local");
            var turn = (await services.GetRequiredService<Turns>().EnterAsync(new Due("local", memberId, "", now, now), default))!.Value.Turn;
            return await services.GetRequiredService<MemberChanges>().ApplyAsync(turn, change, default);
        }, default);

    /// <summary>The messages with a person to reach out to, oldest first.</summary>
    public static async Task<IReadOnlyList<TestMessage>> NudgesAsync(this TestBot bot, string member) =>
        [.. (await bot.ChatAsync(member)).Where(message => message.Buttons.Any(button => button.ActionId == "nudge.reached"))];

    /// <summary>Presses the button of an action; of several, the one at this place.</summary>
    public static async Task<TestMessage> PressAsync(this TestBot bot, TestMessage message, string actionId, int at = 0, string member = "ana") =>
        (await bot.PressAsync(member, message, actionId, message.Buttons.Where(button => button.ActionId == actionId).ElementAt(at).Value))[0];

    /// <summary>Presses the button that is labelled so.</summary>
    public static async Task<TestMessage> PressLabelAsync(this TestBot bot, TestMessage message, string label, string member = "ana")
    {
        var (actionId, _, value) = message.Buttons.First(button => button.Label == label);
        return (await bot.PressAsync(member, message, actionId, value))[0];
    }

    /// <summary>The value of the button of an action about a person.</summary>
    public static string ValueAbout(this TestMessage message, string actionId, string name) =>
        message.Json.GetProperty("card").GetProperty("elements").EnumerateArray()
            .Where(element => element.GetProperty("type").GetString() == "actions")
            .SelectMany(row => row.GetProperty("buttons").EnumerateArray())
            .First(button => button.GetProperty("actionId").GetString() == actionId && button.GetProperty("about").GetString() == name)
            .GetProperty("value").GetString()!;

    /// <summary>Empties what was kept of sent messages, as happens some time after.</summary>
    public static Task<int> EmptyDeliveriesAsync(this TestBot bot, string member) =>
        bot.Services.GetRequiredService<UnitOfWork>().RunAsync("local", member, services => services.GetRequiredService<BotDb>().Set<Outgoing>()
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Body, "")), default);

    /// <summary>How many touches the member recorded.</summary>
    public static Task<int> TouchesAsync(this TestBot bot, string member) =>
        bot.Services.GetRequiredService<UnitOfWork>().ReadAsync(
            "local", member, services => services.GetRequiredService<BotDb>().Set<Entry>().CountAsync(row => row.Kind == EntryKind.Touch));

    /// <summary>Sends an action with a value that no message offered, as a guess would arrive from a platform, and returns what is answered.</summary>
    public static async Task<string> GuessAsync(this TestBot bot, string member, string actionId, string? value)
    {
        var pressed = new PressedAction(
            "local", Guid.CreateVersion7(bot.Clock.GetUtcNow()).ToString(), "local", member, Conversation.With(member), actionId, value, new Dictionary<string, string>(), null);
        return (await bot.Services.GetRequiredService<Intake>().HandleAsync(pressed)).Reply!.Messages[0].Text;
    }

    /// <summary>Makes one person of two: a colleague, and somebody of this name who is known since long before.</summary>
    public static Task MergeAsync(this TestBot bot, string member, string account, string name) =>
        bot.Services.GetRequiredService<UnitOfWork>().RunAsync("local", member, async services =>
        {
            var db = services.GetRequiredService<BotDb>();
            var now = services.GetRequiredService<WorkspaceTime>().Now("local");
            var turn = (await services.GetRequiredService<Turns>().EnterAsync(new Due("local", member, "", now, now), default))!.Value.Turn;
            var alias = await db.Set<PersonAlias>().SingleAsync(row => row.Kind == AliasKind.Account && row.Value == account);
            var colleague = await db.Set<Person>().SingleAsync(row => row.PersonId == alias.PersonId);
            var older = new Person { PersonId = turn.NewId(), Name = name, KnownSince = DateTimeOffset.UnixEpoch };
            db.Add(older);
            await db.SaveChangesAsync();
            return await services.GetRequiredService<Merging>().MergeAsync(turn, colleague, older, default);
        }, default);
}
