using NudgeBot.Channels.Slack.In;
using NudgeBot.Commands.Grammar;
using NudgeBot.Workspaces;

namespace NudgeBot.Channels.Slack.Accounts;

/// <summary>Slack's account as the directory keeps it.</summary>
internal static class SlackAccounts
{
    private const string SlackbotId = "USLACKBOT";

    /// <summary>Whether it is a person of the workspace or organisation, and not an app or a guest from elsewhere in a shared channel.</summary>
    public static bool IsColleague(SlackDirectoryUser user, string workspaceId, string? enterpriseId) =>
        user is { Id: { Length: > 0 } id, IsBot: not true, IsStranger: not true } && id != SlackbotId && IsOfTeam(user, workspaceId, enterpriseId);

    /// <summary>The name that colleagues read beside somebody's messages.</summary>
    public static string Name(SlackDirectoryUser user) =>
        First(user.Profile?.RealName, user.RealName, user.Profile?.DisplayName, user.Name) ?? user.Id!;

    public static Account New(SlackDirectoryUser user, DateTimeOffset now)
    {
        var account = new Account { AccountId = user.Id!, Name = "", FoldedName = "", FoldedFirstName = "", TimeZone = "Etc/UTC" };
        Apply(user, account, now);
        return account;
    }

    /// <summary>Brings an account up to date. What Slack leaves out, as it does for closed accounts, stays.</summary>
    public static void Apply(SlackDirectoryUser user, Account account, DateTimeOffset now)
    {
        account.Name = Name(user);
        account.FoldedName = Fold.Name(account.Name);
        account.FoldedFirstName = account.FoldedName.Split(' ')[0];
        account.Email = user.Profile?.Email is { Length: > 0 } email ? email.ToLowerInvariant() : account.Email;
        account.TimeZone = user.Tz is { } zone && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) ? zone : account.TimeZone;
        account.Language = user.Locale is { Length: >= 2 } locale ? locale[..2].ToLowerInvariant() : account.Language;
        account.IsActive = user.Deleted != true;
        account.IsAdmin = account.IsActive && (user.IsAdmin == true || user.IsOwner == true || user.IsPrimaryOwner == true);
        account.ToldAt = Told(user, now);
    }

    /// <summary>Whether Slack tells something older than what is known, as when its events come in another order than they happened.</summary>
    public static bool IsOld(SlackDirectoryUser user, Account account) => user.Updated is { } updated && DateTimeOffset.FromUnixTimeSeconds(updated) < account.ToldAt;

    /// <summary>Whether Slack tells nothing new. Accounts change all day by their status and the like.</summary>
    public static bool IsSame(SlackDirectoryUser user, Account account)
    {
        var told = New(user, default);
        return account.ToldAt is not null && told.Name == account.Name && told.IsActive == account.IsActive && told.IsAdmin == account.IsAdmin
            && (told.Email is null || told.Email == account.Email) && (user.Tz is null || told.TimeZone == account.TimeZone)
            && (told.Language is null || told.Language == account.Language);
    }

    private static DateTimeOffset Told(SlackDirectoryUser user, DateTimeOffset now) => user.Updated is { } updated ? DateTimeOffset.FromUnixTimeSeconds(updated) : now;

    private static bool IsOfTeam(SlackDirectoryUser user, string workspaceId, string? enterpriseId) =>
        user.TeamId is null || user.TeamId == workspaceId || (enterpriseId is not null && (user.TeamId == enterpriseId || user.EnterpriseUser?.EnterpriseId == enterpriseId));

    private static string? First(params IEnumerable<string?> names) => names.FirstOrDefault(name => !string.IsNullOrWhiteSpace(name))?.Trim();
}
