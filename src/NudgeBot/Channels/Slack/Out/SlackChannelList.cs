using System.Collections.Concurrent;
using NudgeBot.Channels.Slack.Accounts;
using NudgeBot.Channels.Slack.Install;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Slack.Out;

/// <summary>
/// The channels that a member and NudgeBot can both post to. Channels that are shared with other organisations are left out: what is
/// posted here was told to colleagues.
/// </summary>
internal sealed class SlackChannelList(SlackClient slack, SlackInstallations installations, SlackWorkspaces workspaces, TimeProvider clock) : IChannelList
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(string WorkspaceId, string MemberId), (IReadOnlyList<PostableChannel> Channels, DateTimeOffset Until)> known = new();

    public string Name => SlackServices.ChannelName;

    public async Task<IReadOnlyList<PostableChannel>> ChannelsAsync(string workspaceId, string memberId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (known.TryGetValue((workspaceId, memberId), out var kept) && kept.Until > now)
            return kept.Channels;
        if (await installations.FindAsync(workspaceId, cancellationToken) is not { } access)
            return [];
        var teams = await workspaces.OfMemberAsync(access, memberId, cancellationToken);
        var theirs = await OfAsync(access, teams, memberId, cancellationToken);
        if (!access.Has("channels:join"))
        {
            var own = (await OfAsync(access, teams, null, cancellationToken)).Select(channel => channel.Id).ToHashSet();
            theirs = [.. theirs.Where(channel => own.Contains(channel.Id))];
        }

        IReadOnlyList<PostableChannel> channels =
        [
            .. theirs.Where(channel => channel is { Id: not null, Name: not null, IsExtShared: false }).DistinctBy(channel => channel.Id)
                .Select(channel => new PostableChannel(channel.Id!, channel.Name!)).OrderBy(channel => channel.Name, StringComparer.Ordinal),
        ];
        if (known.Count > 1000)
            known.Clear();
        known[(workspaceId, memberId)] = (channels, now + Kept);
        return channels;
    }

    /// <summary>The channels of a member as far as NudgeBot sees them (private ones only where it is too), or its own.</summary>
    private async Task<List<SlackConversation>> OfAsync(SlackAccess access, IEnumerable<string?> teams, string? memberId, CancellationToken cancellationToken) =>
        [.. (await Task.WhenAll(teams.Select(team => InTeamAsync(access, team, memberId, cancellationToken)))).SelectMany(channels => channels)];

    private async Task<List<SlackConversation>> InTeamAsync(SlackAccess access, string? team, string? memberId, CancellationToken cancellationToken)
    {
        List<SlackConversation> found = [];
        string? cursor = null;
        do
        {
            var page = await slack.CallAsync(
                new(
                    "users.conversations", access.WorkspaceId, access.Token, ("user", memberId), ("types", "public_channel,private_channel"),
                    ("exclude_archived", "true"), ("limit", "200"), ("team_id", team), ("cursor", cursor)),
                SlackJson.Default.SlackConversations, cancellationToken);
            // An admin took NudgeBot, or the member, out of one workspace of the organisation: the others still count.
            if (team is not null && page.Error is ("team_access_not_granted" or "user_not_found" or "user_not_in_team"))
                break;
            if (!page.Ok)
                throw SlackRefusals.Of("users.conversations", page);
            found.AddRange(page.Channels ?? []);
            cursor = page.Paging?.NextCursor;
        }
        while (!string.IsNullOrEmpty(cursor));
        return found;
    }
}
