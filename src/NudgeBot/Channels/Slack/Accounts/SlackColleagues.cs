using Microsoft.EntityFrameworkCore;
using NudgeBot.Channels.Slack.In;
using NudgeBot.Channels.Slack.Install;
using NudgeBot.Channels.Slack.Out;
using NudgeBot.Delivery;
using NudgeBot.Members;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Channels.Slack.Accounts;

/// <summary>Keeps the accounts of a workspace as Slack tells of them.</summary>
internal sealed class SlackColleagues(SlackClient slack, UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <summary>What is kept of an account; null when nothing is.</summary>
    public Task<Account?> FindAsync(string workspaceId, string accountId) =>
        unitOfWork.ReadAsync(workspaceId, "", services => services.GetRequiredService<BotDb>().Set<Account>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.AccountId == accountId));

    /// <summary>Asks Slack for an account, and keeps what it tells; null when it knows none by this id.</summary>
    public async Task<SlackDirectoryUser?> AskAsync(SlackAccess access, string accountId, CancellationToken cancellationToken)
    {
        var call = new SlackCall("users.info", access.WorkspaceId, access.Token, ("user", accountId), ("include_locale", "true"));
        if ((await slack.CallAsync(call, SlackDirectoryJson.Default.SlackUserAnswer, cancellationToken)).User is not { } user)
            return null;
        await KeepAsync(access, user, cancellationToken);
        return user;
    }

    /// <summary>Keeps what Slack told of one account by itself, unless it is nothing new.</summary>
    public async Task LearnAsync(SlackAccess access, SlackDirectoryUser user, CancellationToken cancellationToken)
    {
        if (user.Id is not { } id || (await FindAsync(access.WorkspaceId, id) is { } known && SlackAccounts.IsSame(user, known)))
            return;
        await KeepAsync(access, user, cancellationToken);
    }

    /// <summary>
    /// Takes in what Slack tells of accounts, within the transaction of the caller. Those of apps and of other workspaces are passed over,
    /// and closed ones that were not known.
    /// </summary>
    public async Task ApplyAsync(IServiceProvider services, SlackAccess access, IReadOnlyList<SlackDirectoryUser> users, CancellationToken cancellationToken)
    {
        var (db, schedules) = (services.GetRequiredService<BotDb>(), services.GetRequiredService<Schedules>());
        List<SlackDirectoryUser> colleagues =
            [.. users.Where(user => SlackAccounts.IsColleague(user, access.WorkspaceId, access.EnterpriseId)).DistinctBy(user => user.Id)];
        var ids = colleagues.Select(user => user.Id).ToList();
        var known = await db.Set<Account>().Where(row => ids.Contains(row.AccountId)).ToDictionaryAsync(row => row.AccountId, cancellationToken);
        foreach (var user in colleagues)
        {
            if (!known.TryGetValue(user.Id!, out var account))
            {
                if (user.Deleted != true)
                    db.Add(SlackAccounts.New(user, clock.GetUtcNow()));
                continue;
            }

            var (was, zone) = (account.IsActive, account.TimeZone);
            if (SlackAccounts.IsOld(user, account))
                continue;
            SlackAccounts.Apply(user, account, clock.GetUtcNow());
            await MemberMoved.NoteAsync(schedules, account, zone, clock.GetUtcNow(), cancellationToken);
            if (was != account.IsActive)
                await CloseMailboxAsync(db, account, cancellationToken);
        }
    }

    private Task<bool> KeepAsync(SlackAccess access, SlackDirectoryUser user, CancellationToken cancellationToken) =>
        unitOfWork.RunAsync(access.WorkspaceId, "", async services =>
        {
            await ApplyAsync(services, access, [user], cancellationToken);
            return true;
        }, cancellationToken);

    /// <summary>Nothing is sent to a closed account until it is opened again.</summary>
    private async Task CloseMailboxAsync(BotDb db, Account account, CancellationToken cancellationToken)
    {
        var mailbox = await db.Set<Mailbox>().SingleOrDefaultAsync(row => row.MemberId == account.AccountId, cancellationToken);
        if (mailbox is null)
            db.Add(mailbox = new Mailbox { MemberId = account.AccountId, ConversationId = "" });
        mailbox.BlockedAt = account.IsActive ? null : clock.GetUtcNow();
    }
}
