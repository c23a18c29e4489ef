using System.Collections.Concurrent;
using NudgeBot.Channels.Slack.In;
using NudgeBot.Channels.Slack.Install;

namespace NudgeBot.Channels.Slack.Accounts;

/// <summary>
/// Finds out who somebody is before anything is done for them: a colleague, or a visitor from another workspace in a shared channel, who
/// stays outside. Somebody new is looked up once; when Slack takes too long to tell, the acknowledgement does not wait for it.
/// </summary>
internal sealed partial class SlackVisitors(SlackColleagues colleagues, TimeProvider clock, ILogger<SlackVisitors> logger)
{
    /// <summary>How long an acknowledgement, due within three seconds, may wait for Slack's own answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    /// <summary>How long Slack is not asked again about the same account.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(5);

    /// <summary>The most accounts of one text that are looked up.</summary>
    private const int MostMentions = 10;

    private readonly ConcurrentDictionary<(string Workspace, string Account), (DateTimeOffset Until, Task<SlackDirectoryUser?> Answer)> asked = new();

    /// <summary>Whether somebody belongs to the workspace.</summary>
    /// <param name="teamId">The workspace that Slack says they belong to; null where it does not say.</param>
    public async Task<bool> IsColleagueAsync(SlackAccess access, string accountId, string? teamId)
    {
        if (await colleagues.FindAsync(access.WorkspaceId, accountId) is { IsActive: true, ToldAt: not null })
            return true;
        var isOurs = teamId is not null && (teamId == access.WorkspaceId || teamId == access.EnterpriseId);
        // A team of a lone workspace is another company's; in an organisation it may be a sister's, which only the account tells.
        if (teamId is not null && !isOurs && access.EnterpriseId is null)
            return false;
        return await AskAsync(access, accountId) is { } user ? SlackAccounts.IsColleague(user, access.WorkspaceId, access.EnterpriseId) : isOurs;
    }

    /// <summary>
    /// Looks up whom a text mentions and who is not known yet. Returns the names of those who are no colleagues, which stand for them in a
    /// member's memory.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, string>> OutsidersAsync(SlackAccess access, string text)
    {
        Dictionary<string, string> names = [];
        List<Task<SlackDirectoryUser?>> asking = [];
        foreach (var account in SlackMarkup.Mentions(text).Where(account => account != access.BotUserId).Take(MostMentions))
        {
            if (await colleagues.FindAsync(access.WorkspaceId, account) is null)
                asking.Add(AskAsync(access, account));
        }

        foreach (var user in await Task.WhenAll(asking))
        {
            if (user is { IsBot: not true } && !SlackAccounts.IsColleague(user, access.WorkspaceId, access.EnterpriseId))
                names[user.Id!] = SlackAccounts.Name(user);
        }

        return names;
    }

    /// <summary>What Slack says of an account, if it says so soon. An answer that comes later is kept for the next time.</summary>
    private async Task<SlackDirectoryUser?> AskAsync(SlackAccess access, string accountId)
    {
        var key = (access.WorkspaceId, accountId);
        var now = clock.GetUtcNow();
        if (!asked.TryGetValue(key, out var earlier) || earlier.Until < now)
        {
            Forget(now);
            earlier = asked[key] = (now + Rest, TryAsync(access, accountId));
        }

        using var waited = new CancellationTokenSource();
        await Task.WhenAny(earlier.Answer, Task.Delay(Patience, clock, waited.Token));
        await waited.CancelAsync();
        return earlier.Answer.IsCompletedSuccessfully ? await earlier.Answer : null;
    }

    private async Task<SlackDirectoryUser?> TryAsync(SlackAccess access, string accountId)
    {
        try
        {
            // On no request's token: the answer is wanted even when the acknowledgement has gone.
            return await colleagues.AskAsync(access, accountId, CancellationToken.None);
        }
        catch (Exception error)
        {
            NotTold(error, accountId, access.WorkspaceId);
            return null;
        }
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, (until, _)) in asked)
        {
            if (until < now)
                asked.TryRemove(key, out _);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Slack did not tell who account {AccountId} in workspace {WorkspaceId} is.")]
    private partial void NotTold(Exception error, string accountId, string workspaceId);
}
