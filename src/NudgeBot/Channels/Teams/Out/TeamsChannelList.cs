using Microsoft.EntityFrameworkCore;
using NudgeBot.Channels.Teams.Accounts;
using NudgeBot.Chat;
using NudgeBot.Storage;

namespace NudgeBot.Channels.Teams.Out;

/// <summary>
/// The channels that a member and NudgeBot can both post to: those of the teams that have NudgeBot and that the member belongs to, which
/// the team itself is asked.
/// </summary>
internal sealed class TeamsChannelList(TeamsClient client, TeamsRoster roster, TeamsPeople people, UnitOfWork work) : IChannelList
{
    public string Name => TeamsServices.ChannelName;

    public async Task<IReadOnlyList<PostableChannel>> ChannelsAsync(string workspaceId, string memberId, CancellationToken cancellationToken)
    {
        var user = await people.UserAsync(workspaceId, memberId) ?? memberId;
        var known = await work.ReadAsync(workspaceId, "", services => services.GetRequiredService<BotDb>().Set<TeamsConversation>().AsNoTracking()
            .Where(row => row.Scope == TeamsScope.Channel && row.RemovedAt == null).OrderBy(row => row.ConversationId).ToListAsync(cancellationToken));
        List<PostableChannel> channels = [];
        foreach (var team in known.GroupBy(row => row.TeamId ?? row.ConversationId))
        {
            var room = team.First();
            if (!await roster.HasAsync(room, user, cancellationToken))
                continue;
            // One team that does not answer, such as one that was deleted, hides none of the others.
            var call = new TeamsCall("channels", HttpMethod.Get, room.ServiceUrl, $"v3/teams/{Uri.EscapeDataString(team.Key)}/conversations", workspaceId, room.ConversationId);
            foreach (var channel in (await client.TryAsync(call, TeamsAnswersJson.Default.TeamsChannels, cancellationToken)).Answer?.Conversations ?? [])
            {
                if (channel.Id is not { Length: > 0 } id)
                    continue;
                // The general channel comes without a name.
                channels.Add(new(id, channel.Name is { Length: > 0 } name ? name : "General"));
            }
        }

        return [.. channels.DistinctBy(channel => channel.Id).OrderBy(channel => channel.Name, StringComparer.Ordinal)];
    }
}
