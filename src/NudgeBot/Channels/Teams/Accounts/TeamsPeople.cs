using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using NudgeBot.Commands.Grammar;
using NudgeBot.Delivery;
using NudgeBot.Members;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Channels.Teams.Accounts;

/// <summary>Keeps the accounts of a tenant as Teams tells of them: each activity says a little of its author, rosters the rest.</summary>
internal sealed class TeamsPeople(UnitOfWork work, TimeProvider clock)
{
    private const int MostKept = 50_000;

    private readonly ConcurrentDictionary<(string WorkspaceId, string UserId), TeamsPerson> known = new();

    /// <summary>Takes in what Teams told; what it left out stays.</summary>
    public async Task LearnAsync(string workspaceId, IReadOnlyCollection<TeamsPerson> persons, CancellationToken cancellationToken)
    {
        List<TeamsPerson> news = [.. persons.Where(person => !known.TryGetValue((workspaceId, person.UserId), out var before) || before != person)];
        if (news.Count == 0)
            return;
        await work.RunAsync(workspaceId, "", async services =>
        {
            var db = services.GetRequiredService<BotDb>();
            List<string> accountIds = [.. news.Select(person => person.AccountId)], userIds = [.. news.Select(person => person.UserId)];
            var accounts = await db.Set<Account>().Where(row => accountIds.Contains(row.AccountId)).ToDictionaryAsync(row => row.AccountId, cancellationToken);
            var users = await db.Set<TeamsUser>().Where(row => userIds.Contains(row.UserId)).ToDictionaryAsync(row => row.UserId, cancellationToken);
            foreach (var person in news)
            {
                if (!users.TryGetValue(person.UserId, out var user))
                    db.Add(users[person.UserId] = new TeamsUser { UserId = person.UserId, AccountId = person.AccountId });
                else
                    user.AccountId = person.AccountId;
                var zone = accounts.GetValueOrDefault(person.AccountId)?.TimeZone;
                if (!accounts.TryGetValue(person.AccountId, out var account))
                    db.Add(accounts[person.AccountId] = account = New(person));
                Apply(person, account);
                await MemberMoved.NoteAsync(services.GetRequiredService<Schedules>(), account, zone, clock.GetUtcNow(), cancellationToken);
            }

            return true;
        }, cancellationToken);
        if (known.Count > MostKept)
            known.Clear();
        foreach (var person in news)
            known[(workspaceId, person.UserId)] = person;
    }

    /// <summary>Somebody has left, as far as NudgeBot can tell. Whoever is met again is back.</summary>
    public async Task PartAsync(string workspaceId, string accountId, CancellationToken cancellationToken)
    {
        await work.RunAsync(workspaceId, "", services => services.GetRequiredService<BotDb>().Set<Account>()
            .Where(row => row.AccountId == accountId).ExecuteUpdateAsync(set => set.SetProperty(row => row.IsActive, false), cancellationToken), cancellationToken);
        foreach (var key in known.Where(one => one.Key.WorkspaceId == workspaceId && one.Value.AccountId == accountId).Select(one => one.Key).ToList())
            known.TryRemove(key, out _);
    }

    /// <summary>The accounts behind Teams' own ids, as far as they are known.</summary>
    public Task<Dictionary<string, string>> AccountsAsync(string workspaceId, IReadOnlyCollection<string> userIds) =>
        work.ReadAsync(workspaceId, "", services => services.GetRequiredService<BotDb>().Set<TeamsUser>().AsNoTracking()
            .Where(row => userIds.Contains(row.UserId)).ToDictionaryAsync(row => row.UserId, row => row.AccountId));

    /// <summary>What Teams calls an account; null where it was never met.</summary>
    public Task<string?> UserAsync(string workspaceId, string accountId) =>
        work.ReadAsync(workspaceId, "", services => services.GetRequiredService<BotDb>().Set<TeamsUser>().AsNoTracking()
            .Where(row => row.AccountId == accountId).Select(row => row.UserId).FirstOrDefaultAsync());

    /// <summary>What Teams calls accounts, as far as they were met.</summary>
    public Task<Dictionary<string, string>> UsersAsync(string workspaceId, IReadOnlyCollection<string> accountIds) =>
        work.ReadAsync(workspaceId, "", async services => (await services.GetRequiredService<BotDb>().Set<TeamsUser>().AsNoTracking()
            .Where(row => accountIds.Contains(row.AccountId)).OrderBy(row => row.UserId).ToListAsync())
            .DistinctBy(row => row.AccountId).ToDictionary(row => row.AccountId, row => row.UserId));

    /// <summary>The names of accounts.</summary>
    public Task<Dictionary<string, string>> NamesAsync(string workspaceId, IReadOnlyCollection<string> accountIds) =>
        work.ReadAsync(workspaceId, "", services => services.GetRequiredService<BotDb>().Set<Account>().AsNoTracking()
            .Where(row => accountIds.Contains(row.AccountId)).ToDictionaryAsync(row => row.AccountId, row => row.Name));

    private static Account New(TeamsPerson person) =>
        new() { AccountId = person.AccountId, Name = person.AccountId, FoldedName = "", FoldedFirstName = "", TimeZone = "Etc/UTC" };

    private void Apply(TeamsPerson person, Account account)
    {
        account.Name = person.Name is { Length: > 0 } name ? name : account.Name;
        account.FoldedName = Fold.Name(account.Name);
        account.FoldedFirstName = account.FoldedName.Split(' ')[0];
        account.Email = person.Email is { Length: > 0 } email ? email.ToLowerInvariant() : account.Email;
        account.TimeZone = person.Zone is { } zone && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) ? zone : account.TimeZone;
        account.Language = person.Locale is { Length: >= 2 } locale ? locale[..2].ToLowerInvariant() : account.Language;
        account.IsActive = true;
        account.ToldAt = clock.GetUtcNow();
    }
}

/// <summary>Somebody as Teams tells of them, in part.</summary>
/// <param name="UserId">What Teams calls them in talking with NudgeBot.</param>
/// <param name="AccountId">Their object id in Entra.</param>
/// <param name="Zone">IANA zone.</param>
/// <param name="Locale">Such as de-DE.</param>
internal sealed record TeamsPerson(string UserId, string AccountId, string? Name, string? Email = null, string? Zone = null, string? Locale = null);
