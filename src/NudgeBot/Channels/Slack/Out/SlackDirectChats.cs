using System.Collections.Concurrent;
using NudgeBot.Channels.Slack.Install;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Slack.Out;

/// <summary>Opens direct chats with members who have not written yet; opening one again changes nothing in Slack.</summary>
internal sealed class SlackDirectChats(SlackClient slack)
{
    private readonly ConcurrentDictionary<(string WorkspaceId, string MemberId), string> opened = new();

    /// <summary>The conversation as Slack names it: a direct chat that is named by the member (<c>U…</c>, <c>W…</c>) by its own id (<c>D…</c>).</summary>
    public async Task<string> OfAsync(SlackAccess access, Conversation conversation, CancellationToken cancellationToken)
    {
        if (!conversation.IsDirect || conversation.Id is not ['U' or 'W', ..])
            return conversation.Id;
        var key = (access.WorkspaceId, conversation.Id);
        if (opened.TryGetValue(key, out var known))
            return known;
        if (opened.Count > 10_000)
            opened.Clear();
        var answer = await slack.DoAsync(
            new("conversations.open", access.WorkspaceId, access.Token, ("users", conversation.Id)), SlackJson.Default.SlackOpened, cancellationToken, isDirect: true);
        return opened[key] = answer.Channel?.Id ?? throw new HttpRequestException("Slack opened a direct chat and did not say which.");
    }
}
