using System.Runtime.CompilerServices;
using NudgeBot.Channels.Slack.Install;
using NudgeBot.Channels.Slack.Out;

namespace NudgeBot.Channels.Slack.Accounts;

/// <summary>The workspaces of an organisation (Enterprise Grid) to which its admins added NudgeBot; its one token has to say which is meant.</summary>
internal sealed class SlackWorkspaces(SlackClient slack)
{
    /// <summary>The size of a page that Slack recommends (docs.slack.dev, "Pagination").</summary>
    private const string PageSize = "200";

    /// <summary>Their ids; a workspace that installed NudgeBot by itself is nameless.</summary>
    public async IAsyncEnumerable<string?> OfAsync(SlackAccess access, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!access.IsEnterprise)
        {
            yield return null;
            yield break;
        }

        string? cursor = null;
        do
        {
            var page = await slack.DoAsync(
                new("auth.teams.list", access.WorkspaceId, access.Token, ("limit", PageSize), ("cursor", cursor)), SlackJson.Default.SlackTeams, cancellationToken);
            foreach (var team in page.Teams ?? [])
                yield return team.Id;
            cursor = page.Paging?.NextCursor is { Length: > 0 } next ? next : null;
        }
        while (cursor is not null);
    }

    /// <summary>Those among them that a member belongs to; all where Slack does not say.</summary>
    public async Task<IReadOnlyList<string?>> OfMemberAsync(SlackAccess access, string memberId, CancellationToken cancellationToken)
    {
        var all = await OfAsync(access, cancellationToken).ToListAsync(cancellationToken);
        if (all.Count < 2)
            return all;
        var answer = await slack.CallAsync(
            new("users.info", access.WorkspaceId, access.Token, ("user", memberId)), SlackDirectoryJson.Default.SlackUserAnswer, cancellationToken);
        return answer.User?.EnterpriseUser?.Teams is { Count: > 0 } theirs ? [.. all.Where(theirs.Contains)] : all;
    }
}
