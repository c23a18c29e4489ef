using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Ledger;
using NudgeBot.Storage;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Storage;

public sealed class OwnershipTests
{
    [Fact]
    public async Task Every_table_has_an_owner_filter_and_a_key_that_begins_with_the_workspace()
    {
        await using var bot = new TestBot();
        await using var scope = bot.Services.CreateAsyncScope();
        // What belongs to the installation itself, before or beside any workspace.
        string[] everybodys = ["DataKey", "SlackUsedState"];
        var types = scope.ServiceProvider.GetRequiredService<BotDb>().Model.GetEntityTypes().Where(type => !everybodys.Contains(type.ClrType.Name)).ToList();

        var unowned = types.Where(type => !typeof(ITenantOwned).IsAssignableFrom(type.ClrType) || type.FindDeclaredQueryFilter(BotDb.OwnerFilter) is null);
        var otherKeys = types.Where(type => type.FindPrimaryKey()!.Properties[0].Name != nameof(ITenantOwned.WorkspaceId));

        Assert.Empty(unowned.Concat(otherKeys).Select(type => type.ClrType.Name));
    }

    [Fact]
    public async Task A_members_records_are_invisible_to_another_member_and_to_nobody_in_particular()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "helped bob with the board deck");

        var seen = new List<int>();
        foreach (var owner in new[] { "ana", "bob", "", null })
        {
            await using var scope = bot.Services.CreateAsyncScope();
            if (owner is not null)
                scope.ServiceProvider.GetRequiredService<Owner>().Become("local", owner);
            seen.Add(await scope.ServiceProvider.GetRequiredService<BotDb>().Set<Entry>().CountAsync());
        }

        Assert.Equal([1, 0, 0, 0], seen);
    }

    [Fact]
    public async Task A_row_of_somebody_else_cannot_be_written()
    {
        await using var bot = new TestBot();
        await using var scope = bot.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Owner>().Become("local", "bob");
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        db.Add(new Entry { WorkspaceId = "local", MemberId = "ana", EntryId = Guid.Empty, Kind = EntryKind.Note, Text = "", On = default, RecordedAt = default });

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
    }
}
