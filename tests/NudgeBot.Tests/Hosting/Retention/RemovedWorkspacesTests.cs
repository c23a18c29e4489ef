using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Hosting.Retention;
using NudgeBot.Ledger;
using NudgeBot.Storage;
using NudgeBot.Tests.Support;
using NudgeBot.Workspaces;

namespace NudgeBot.Tests.Hosting.Retention;

public sealed class RemovedWorkspacesTests
{
    [Fact]
    public async Task After_thirty_days_nothing_of_it_is_left_in_any_table_and_other_workspaces_keep_all()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "helped bob with the board deck");
        await EveryTable.FillAsync(bot, "ana", "bob", Guid.Parse("0198a000-0000-7000-8000-000000000001"));
        await InAsync(bot, "T0OTHER", db =>
        {
            db.Add(new Workspace { Channel = "slack", Name = "Other", InstalledAt = bot.Clock.GetUtcNow() });
            db.Add(new Entry { MemberId = "ana", EntryId = Guid.CreateVersion7(), Kind = EntryKind.Note, Text = "Theirs", On = new(2026, 11, 1), RecordedAt = bot.Clock.GetUtcNow() });
            return Task.CompletedTask;
        });
        await RemoveAsync(bot, "local");
        var others = Of(await Rows.ReadAsync(bot), "T0OTHER");

        bot.Clock.Advance(TimeSpan.FromDays(30));
        await EraseAsync(bot);
        var early = Of(await Rows.ReadAsync(bot), "local");
        bot.Clock.Advance(TimeSpan.FromHours(1));
        await EraseAsync(bot);
        var rows = await Rows.ReadAsync(bot);

        Assert.True(early.Count > 20);
        Assert.Empty(Of(rows, "local"));
        Assert.DoesNotContain(rows, row => row.Contains("board deck", StringComparison.Ordinal) || row.Contains(EveryTable.PersonName, StringComparison.Ordinal));
        Assert.Equal(others, Of(rows, "T0OTHER"));
        Assert.Equal(2, others.Count(row => row.StartsWith("workspaces:", StringComparison.Ordinal) || row.StartsWith("entries:", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_workspace_that_came_back_in_time_is_not_touched()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "helped bob with the board deck");
        await RemoveAsync(bot, "local");
        bot.Clock.Advance(TimeSpan.FromDays(29));
        await InAsync(bot, "local", async db => (await db.Set<Workspace>().SingleAsync()).RemovedAt = null);
        bot.Clock.Advance(TimeSpan.FromDays(29));
        var before = await Rows.ReadAsync(bot);

        await EraseAsync(bot);

        Assert.Equal(before, await Rows.ReadAsync(bot));
    }

    private static List<string> Of(IReadOnlyList<string> rows, string workspaceId) =>
        [.. rows.Where(row => row.Contains($"WorkspaceId={workspaceId},", StringComparison.Ordinal) || row.EndsWith($"WorkspaceId={workspaceId}", StringComparison.Ordinal))];

    private static Task EraseAsync(TestBot bot) => bot.Services.GetRequiredService<RemovedWorkspaces>().EraseAsync(CancellationToken.None);

    private static Task<bool> RemoveAsync(TestBot bot, string workspaceId) =>
        InAsync(bot, workspaceId, async db => (await db.Set<Workspace>().SingleAsync()).RemovedAt = bot.Clock.GetUtcNow());

    private static Task<bool> InAsync(TestBot bot, string workspaceId, Func<BotDb, Task> work) =>
        bot.Services.GetRequiredService<UnitOfWork>().RunAsync(workspaceId, "ana", async services =>
        {
            await work(services.GetRequiredService<BotDb>());
            return true;
        }, CancellationToken.None);
}
