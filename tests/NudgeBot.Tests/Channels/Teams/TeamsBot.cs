using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NudgeBot.Channels.Teams.Accounts;
using NudgeBot.Channels.Teams.In;
using NudgeBot.Channels.Teams.Out;
using NudgeBot.Chat;
using NudgeBot.Delivery;
using NudgeBot.Storage;
using NudgeBot.Tests.Support;
using NudgeBot.Tests.Support.Teams;

namespace NudgeBot.Tests.Channels.Teams;

/// <summary>The whole program on a real port beside a Teams of the tests' own.</summary>
internal sealed class TeamsBot : IAsyncDisposable
{
    private TeamsBot(FakeTeams teams, TestBot bot) => (Teams, Bot) = (teams, bot);

    public FakeTeams Teams { get; }

    public TestBot Bot { get; }

    public static async Task<TeamsBot> StartAsync(Dictionary<string, string>? settings = null, DateTimeOffset? start = null, Action<IServiceCollection>? parts = null)
    {
        var clock = new LateClock();
        var teams = await FakeTeams.StartAsync(clock);
        var bot = new TestBot(
            start: start,
            served: true,
            parts: services =>
            {
                parts?.Invoke(services);
                foreach (var client in new[] { TeamsKeys.Client, TeamsSignIn.Client, nameof(TeamsClient), nameof(TeamsGraph) })
                    services.AddHttpClient(client).ConfigurePrimaryHttpMessageHandler(teams.Handler);
            },
            settings: new Dictionary<string, string>
            {
                ["Teams:AppId"] = FakeTeams.AppId,
                ["Teams:TenantId"] = FakeTeams.Tenant,
                ["Teams:Password"] = "s3cret",
            }.Concat(settings ?? []).GroupBy(setting => setting.Key).ToDictionary(all => all.Key, all => all.Last().Value));
        clock.Clock = bot.Clock;
        teams.BotUrl = bot.Http.BaseAddress;
        return new(teams, bot);
    }

    /// <summary>Says something in the personal chat, and returns what the bot posted there in answer.</summary>
    public async Task<IReadOnlyList<TeamsPost>> SayAsync(TeamsPersona who, string text, string? conversationId = null)
    {
        var before = Teams.Chat(who).Count;
        var answer = await Teams.SayAsync(who, text, conversationId);
        Assert.Equal(200, answer.Status);
        await Bot.RunDueAsync();
        return [.. Teams.Chat(who).Skip(before)];
    }

    /// <summary>Lets time pass, and what waits go out meanwhile.</summary>
    public async Task WaitAsync(TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromSeconds(5))
        {
            Bot.Clock.Advance(TimeSpan.FromSeconds(5));
            await Bot.RunDueAsync();
        }
    }

    /// <summary>Writes a message down for a member, as a slice would.</summary>
    public Task<Guid> WriteDownAsync(TeamsPersona who, Message message) => Bot.Services.GetRequiredService<UnitOfWork>().RunAsync(
        FakeTeams.Tenant, who.ObjectId,
        services => Task.FromResult(services.GetRequiredService<Outbox>().ToMember("nudge", who.ObjectId, message, Bot.Clock.GetUtcNow())), CancellationToken.None);

    /// <summary>What became of a delivery.</summary>
    public Task<Outgoing> DeliveryAsync(Guid id) => WorkAsync(null, db => db.Set<Outgoing>().IgnoreQueryFilters().AsNoTracking().SingleAsync(row => row.DeliveryId == id));

    /// <summary>Presses a button and lets what follows go out.</summary>
    public async Task<TeamsAnswer> PressAsync(TeamsPersona who, TeamsPost post, string title, JsonObject? inputs = null)
    {
        var answer = await Teams.PressAsync(who, post, title, inputs);
        Assert.Equal(200, answer.Status);
        await Bot.RunDueAsync();
        return answer;
    }

    public Task<int> CountAsync<T>(TeamsPersona who)
        where T : class =>
        WorkAsync(who, db => db.Set<T>().CountAsync());

    public Task<int> CountAsync<T>(string tenantId, string accountId)
        where T : class => InTenantAsync(tenantId, accountId, db => db.Set<T>().CountAsync());

    public Task<T> WorkAsync<T>(TeamsPersona? who, Func<BotDb, Task<T>> work) => InTenantAsync(FakeTeams.Tenant, who?.ObjectId ?? "", work);

    public Task<T> InTenantAsync<T>(string tenant, string memberId, Func<BotDb, Task<T>> work) => Bot.Services.GetRequiredService<UnitOfWork>()
        .RunAsync(tenant, memberId, services => work(services.GetRequiredService<BotDb>()), CancellationToken.None);

    /// <summary>Reads the rosters that were asked for.</summary>
    public Task ReadRostersAsync() => Bot.Services.GetRequiredService<TeamsRosterWorker>().RunOnceAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Teams.DisposeAsync();
    }

    /// <summary>The test's clock, which is there only when the program is.</summary>
    private sealed class LateClock : TimeProvider
    {
        public FakeTimeProvider? Clock { get; set; }

        public override DateTimeOffset GetUtcNow() => Clock?.GetUtcNow() ?? DateTimeOffset.UnixEpoch;
    }
}
