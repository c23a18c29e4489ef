using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Chat;
using NudgeBot.Delivery;
using NudgeBot.Inbox;
using NudgeBot.Ledger;
using NudgeBot.People;
using NudgeBot.Storage;
using NudgeBot.Tests.Ledger;
using NudgeBot.Tests.Nudges.Sending;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Storage;

/// <summary>What every database must hold to, on each of them.</summary>
public sealed class StorageContractTests
{
    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_record_a_choice_a_nudge_and_an_answer_survive_a_restart(string provider)
    {
        await using var bot = Providers.Bot(provider);
        await bot.SayAsync("ana", "helped bob with the board deck 3 months ago");
        await bot.SayAsync("ana", "choose bob every 6 weeks because we think alike");
        await bot.SayAsync("ana", "nudges on");
        await bot.AdvanceAsync("P1W");

        await bot.RestartAsync();
        await bot.PressAsync((await bot.NudgesAsync("ana"))[^1], "nudge.reached");

        Assert.Equal(1, await bot.TouchesAsync("ana"));
        Assert.Contains("the board deck", await bot.AnswerAsync("ana", "history bob"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Words_are_found_without_their_accents_and_before_they_end_but_only_ones_own(string provider)
    {
        await using var bot = Providers.Bot(provider);
        await bot.SayAsync("ana", "helped \"Zoë Müller\" with the Préparation of the ÉVALUATION");
        await bot.SayAsync("bob", "helped chen with an evaluation of his own");

        var found = await bot.AnswerAsync("ana", "find zoe preparation eval");
        var others = await bot.AnswerAsync("bob", "find preparation");

        Assert.Contains("Zoë Müller", found, StringComparison.Ordinal);
        Assert.DoesNotContain("Zoë", others, StringComparison.Ordinal);
        await FindTests.CheckIndexAsync(bot);
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_is_taken_back_or_forgotten_leaves_the_index(string provider)
    {
        await using var bot = Providers.Bot(provider);
        await bot.SayAsync("ana", "helped bob with zebras");
        await bot.SayAsync("ana", "undo");
        await bot.SayAsync("ana", $"note bob {new string('w', 1900)}");

        var answer = await bot.AnswerAsync("ana", "find zebras");

        Assert.DoesNotContain("Bob", answer, StringComparison.Ordinal);
        await FindTests.CheckIndexAsync(bot);
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Instants_come_back_to_the_microsecond_and_in_UTC(string provider)
    {
        await using var bot = Providers.Bot(provider);
        var exact = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero).AddTicks(1234560);
        await bot.WorkAsync("ana", services =>
        {
            services.GetRequiredService<BotDb>().Add(new Schedule { Kind = "exact", MemberId = "ana", Subject = "", DueAt = exact.ToOffset(TimeSpan.FromHours(5)) });
            return Task.FromResult(true);
        });

        var read = await bot.WorkAsync("ana", services => services.GetRequiredService<BotDb>().Set<Schedule>().AsNoTracking()
            .Where(row => row.DueAt >= exact && row.DueAt <= exact).SingleAsync());

        Assert.Equal(exact, read.DueAt);
        Assert.Equal(TimeSpan.Zero, read.DueAt.Offset);
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Whoever_only_looks_reads_everything_and_changes_nothing(string provider)
    {
        await using var bot = Providers.Bot(provider);
        await bot.SayAsync("ana", "met bob");
        var work = bot.Services.GetRequiredService<UnitOfWork>();

        var seen = await work.LookAsync("local", "ana", services => services.GetRequiredService<BotDb>().Set<Person>().CountAsync());
        var refused = await Assert.ThrowsAnyAsync<DbException>(() => work.LookAsync("local", "ana", services => services.GetRequiredService<BotDb>().Set<Person>().ExecuteDeleteAsync()));

        Assert.True(StorageFault.RefusesRecords(refused));
        Assert.Equal((1, 1), (seen, await work.ReadAsync("local", "ana", services => services.GetRequiredService<BotDb>().Set<Person>().CountAsync())));
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_same_event_at_the_same_moment_is_handled_once(string provider)
    {
        await using var bot = Providers.Bot(provider);
        var typed = new TypedCommand("local", "ana/once", "local", "ana", Conversation.With("ana"), "met bob");

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => bot.Services.GetRequiredService<Intake>().HandleAsync(typed)));

        Assert.Equal(1, await bot.TouchesAsync("ana"));
        Assert.NotEmpty(answers);
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Writers_of_a_workspace_take_turns_in_the_order_in_which_they_came(string provider)
    {
        await using var bot = Providers.Bot(provider);
        var units = bot.Services.GetRequiredService<UnitOfWork>();
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        List<int> order = [];

        var held = units.RunAsync("local", "", async _ => { await open.Task; return 0; }, CancellationToken.None);
        var waiting = Enumerable.Range(1, 50).Select(turn => units.RunAsync("local", "", _ => { order.Add(turn); return Task.FromResult(turn); }, CancellationToken.None)).ToList();
        open.SetResult();
        await Task.WhenAll([held, .. waiting]);

        Assert.Equal(Enumerable.Range(1, 50), order);
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Work_that_fails_keeps_nothing(string provider)
    {
        await using var bot = Providers.Bot(provider);
        await bot.SayAsync("ana", "met bob");

        await Assert.ThrowsAsync<InvalidOperationException>(() => bot.WorkAsync<bool>("ana", async services =>
        {
            await services.GetRequiredService<BotDb>().Set<Entry>().ExecuteDeleteAsync();
            throw new InvalidOperationException("no");
        }));

        Assert.Equal(1, await bot.TouchesAsync("ana"));
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Noted_events_are_kept_once_read_oldest_first_and_thrown_away(string provider)
    {
        await using var bot = Providers.Bot(provider);
        var notes = bot.Services.GetRequiredService<IEventNotes>();
        var (first, second) = (new EventKey("local", "local", "1"), new EventKey("local", "local", "2"));
        await notes.AddAsync(new(second, bot.Clock.GetUtcNow().AddSeconds(1), "b"), default);
        await notes.AddAsync(new(first, bot.Clock.GetUtcNow(), "a"), default);
        await notes.AddAsync(new(first, bot.Clock.GetUtcNow(), "a"), default);

        var all = await notes.ReadAsync(bot.Clock.GetUtcNow().AddMinutes(1), 10, default);
        await notes.RemoveAsync(first, default);

        Assert.Equal(["a", "b"], all.Select(note => note.Body));
        Assert.Equal("b", Assert.Single(await notes.ReadAsync(bot.Clock.GetUtcNow().AddMinutes(1), 10, default)).Body);
    }

    [Theory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_newer_database_is_not_touched(string provider)
    {
        await using var bot = Providers.Bot(provider);
        await bot.SayAsync("ana", "met bob");
        await using var scope = bot.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<BotDb>().Database.ExecuteSqlAsync(
            $"""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('29990101000000_Future', '99')""");

        var refusal = await bot.Services.GetRequiredService<Migrator>().RefusalAsync(default);

        Assert.Contains("newer version of NudgeBot (it has 29990101000000_Future)", refusal, StringComparison.Ordinal);
    }
}
