using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Commands.Grammar;
using NudgeBot.People;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Tests.Support;

/// <summary>Ana's persons, looked at and changed.</summary>
internal static class TestPeople
{
    extension(TestBot bot)
    {
        /// <summary>Lets a new colleague join the workspace.</summary>
        public Task<bool> JoinAsync(string account, string name) => bot.WorkAsync("", services =>
        {
            services.GetRequiredService<BotDb>().Add(new Account
            {
                AccountId = account,
                Name = name,
                FoldedName = Fold.Name(name),
                FoldedFirstName = Fold.Name(name).Split(' ')[0],
                Email = $"{account}@example.com",
                TimeZone = "Etc/UTC",
            });
            return Task.FromResult(true);
        });

        /// <summary>The names of everybody whom Ana knows.</summary>
        public Task<List<string>> PersonsAsync() => bot.WorkAsync("ana", services =>
            services.GetRequiredService<BotDb>().Set<Person>().OrderBy(row => row.Name).Select(row => row.Name).ToListAsync());

        /// <summary>Opens the form from the history of a person of Ana's, sends it and returns the answer.</summary>
        public async Task<TestMessage> EditAsync(string name, object form)
        {
            var history = Assert.Single(await bot.SayAsync("ana", $"history \"{name}\""));
            var opened = Assert.Single(await bot.PressAsync("ana", history, "person.edit"));
            return Assert.Single(await bot.PressAsync("ana", opened, "person.save", form: form));
        }
    }
}
