using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Digests;
using NudgeBot.Ledger;
using NudgeBot.People;
using NudgeBot.Storage;
using NudgeBot.Tests.Support;
using NudgeBot.Workspaces;

namespace NudgeBot.Tests.Digests;

public sealed class OtherWorkspaceTests
{
    /// <summary>The same ids of members and of the channel exist in another workspace, with everything that a digest could show.</summary>
    [Fact]
    public async Task Nothing_of_another_workspace_is_shown()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "digest here weekly friday 15:00", "general");
        await FillElsewhereAsync(bot);

        var preview = await bot.AnswerAsync("ana", "digest preview", "general");
        await bot.AdvanceAsync("P2W");

        Assert.StartsWith("As things stand, there is nothing to show", preview, StringComparison.Ordinal);
        Assert.Empty(await bot.ChannelAsync("general", "emil"));
    }

    private static Task<bool> FillElsewhereAsync(TestBot bot) =>
        bot.Services.GetRequiredService<UnitOfWork>().RunAsync("elsewhere", "ana", services =>
        {
            var (db, now) = (services.GetRequiredService<BotDb>(), bot.Clock.GetUtcNow());
            var (person, entry) = (Guid.CreateVersion7(now), Guid.CreateVersion7(now));
            foreach (var id in new[] { "ana", "bob" })
            {
                db.Add(new Account { AccountId = id, Name = id, FoldedName = id, FoldedFirstName = id, TimeZone = "Etc/UTC", IsAdmin = true });
                db.Add(new SharedCircleMember { ChannelId = "general", MemberId = id, JoinedAt = now });
            }

            db.Add(new Person { PersonId = person, Name = "Bob", KnownSince = now });
            db.Add(new PersonAlias { PersonId = person, Kind = AliasKind.Account, Value = "bob", Since = new DateOnly(2020, 1, 1) });
            db.Add(new Entry
            {
                EntryId = entry,
                Kind = EntryKind.Gave,
                Text = "a deck",
                On = new DateOnly(2020, 1, 1),
                RecordedAt = now,
                Persons = [new EntryPerson { PersonId = person }],
            });
            db.Add(new SharedThanks
            {
                SharedId = Guid.CreateVersion7(now),
                FromMemberId = "ana",
                EntryId = entry,
                GiverName = "Bob",
                Text = "a deck",
                On = new DateOnly(2020, 1, 1),
                ChannelId = "general",
                ChannelName = "general",
                SharedAt = now,
            });
            return Task.FromResult(true);
        }, CancellationToken.None);
}
