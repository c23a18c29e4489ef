using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Chat;
using NudgeBot.Circle;
using NudgeBot.Inbox;
using NudgeBot.Members;
using NudgeBot.People;
using NudgeBot.Storage;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Circle;

/// <summary>Steps that several tests of the circle take.</summary>
internal static class CircleSteps
{
    extension(TestBot bot)
    {
        /// <summary>Types a line and returns its only answer.</summary>
        public async Task<TestMessage> OneAsync(string member, string line) => Assert.Single(await bot.SayAsync(member, line));

        /// <summary>Presses the button with this label, as a person would, and returns the only answer.</summary>
        public async Task<TestMessage> TapAsync(string member, TestMessage message, string label)
        {
            var (actionId, _, value) = Assert.Single(message.Buttons, button => button.Label == label);
            return Assert.Single(await bot.PressAsync(member, message, actionId, value));
        }

        /// <summary>Sends the form that a message opened.</summary>
        public async Task<TestMessage> SendAsync(string member, TestMessage message, object form) =>
            Assert.Single(await bot.PressAsync(member, message, message.Json.GetProperty("form").GetProperty("actionId").GetString()!, form: form));

        /// <summary>Presses what no message offers to this member, as somebody who guesses ids would.</summary>
        public async Task<Reply> ForgeAsync(string member, string actionId, string? value, Dictionary<string, string>? form = null) =>
            (await bot.Services.GetRequiredService<Intake>().HandleAsync(new PressedAction(
                "local", Guid.CreateVersion7(bot.Clock.GetUtcNow()).ToString(), "local", member, Conversation.With(member), actionId, value, form ?? [], null))).Reply!;

        /// <summary>Works on the database as a member.</summary>
        public Task<T> AsAsync<T>(string member, Func<BotDb, Task<T>> work) =>
            bot.Services.GetRequiredService<UnitOfWork>().RunAsync("local", member, services => work(services.GetRequiredService<BotDb>()), CancellationToken.None);

        /// <summary>Changes a member's settings directly.</summary>
        public Task SetAsync(string member, Action<Member> change) => bot.AsAsync(member, async db =>
        {
            change(await db.Set<Member>().SingleAsync());
            return true;
        });

        /// <summary>The names of those who hold a seat, with the ring, by name.</summary>
        public Task<List<string>> SeatedAsync(string member) => bot.AsAsync(member, async db =>
        {
            var rows = await (
                from seat in db.Set<Associate>()
                join person in db.Set<Person>() on seat.PersonId equals person.PersonId
                where seat.RestedOn == null
                orderby person.Name
                select new { person.Name, seat.Ring }).ToListAsync();
            return rows.Select(row => $"{row.Name} {row.Ring}").ToList();
        });

        /// <summary>What NudgeBot said of its own accord or in answer, in a member's direct chat.</summary>
        public async Task<IReadOnlyList<TestMessage>> HeardAsync(string member) =>
            [.. (await bot.ChatAsync(member)).Where(message => message.From == "nudgebot")];
    }
}
