using System.Collections.Concurrent;
using NudgeBot.Channels.Slack.Install;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Slack.Out;

/// <summary>
/// The channels that a member and NudgeBot can both post to. Channels that are shared with other organisations are left out: what is
/// posted here was told to colleagues.
/// </summary>
internal sealed class SlackChannelList(SlackClient slack, SlackInstallations installations, TimeProvider clock) : IChannelList
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
        var theirs = await OfAsync(access, memberId, cancellationToken);
        if (!access.Has("channels:join"))
        {
            var own = (await OfAsync(access, null, cancellationToken)).Select(channel => channel.Id).ToHashSet();
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
    private async Task<List<SlackConversation>> OfAsync(SlackAccess access, string? memberId, CancellationToken cancellationToken)
    {
        List<SlackConversation> found = [];
        foreach (var team in await TeamsAsync(access, cancellationToken))
        {
            string? cursor = null;
            do
            {
                var page = await slack.DoAsync(
                    new(
                        "users.conversations", access.WorkspaceId, access.Token, ("user", memberId), ("types", "public_channel,private_channel"),
                        ("exclude_archived", "true"), ("limit", "200"), ("team_id", team), ("cursor", cursor)),
                    SlackJson.Default.SlackConversations, cancellationToken);
                found.AddRange(page.Channels ?? []);
                cursor = page.Paging?.NextCursor;
            }
            while (!string.IsNullOrEmpty(cursor));
        }

        return found;
    }

    /// <summary>An organisation's token has to say which of its workspaces is meant.</summary>
    private async Task<IReadOnlyList<string?>> TeamsAsync(SlackAccess access, CancellationToken cancellationToken) => !access.IsEnterprise
        ? [null]
        : [.. (await slack.DoAsync(new("auth.teams.list", access.WorkspaceId, access.Token, ("limit", "1000")), SlackJson.Default.SlackTeams, cancellationToken))
            .Teams?.Select(team => team.Id) ?? []];
}
