using System.Text.Json;
using NudgeBot.Channels.Slack.Cards;
using NudgeBot.Channels.Slack.Install;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Slack.Out;

/// <summary>Posts and changes messages that all in the conversation see.</summary>
internal sealed class SlackPosts(SlackClient slack)
{
    /// <summary>Posts the messages of a delivery that are not there yet, each marked with the delivery's id and its own place.</summary>
    /// <param name="access">The workspace.</param>
    /// <param name="conversation">Where to, by Slack's own id.</param>
    /// <param name="pages">What to post.</param>
    /// <param name="deliveryId">The delivery.</param>
    /// <param name="there">The time stamps of what got there before, by place.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<SlackMessageId> PostAsync(
        SlackAccess access, Conversation conversation, IReadOnlyList<SlackMessage> pages, Guid deliveryId, IReadOnlyDictionary<int, string> there,
        CancellationToken cancellationToken)
    {
        List<string> stamps = [];
        foreach (var (place, page) in pages.Index())
        {
            try
            {
                stamps.Add(there.GetValueOrDefault(place) ?? await PostAsync(access, conversation, page, new(deliveryId, place), cancellationToken));
            }
            catch (ChannelException refused) when (stamps.Count > 0 && refused.Refusal is Refusal.Later)
            {
                // A part is there already: a "later" would begin anew, while what is unknown is looked up first.
                throw new HttpRequestException($"{stamps.Count} of {pages.Count} messages were posted. {refused.Message}");
            }
        }

        return new(conversation.Id, stamps);
    }

    /// <summary>
    /// Puts messages in the place of earlier ones. Where those are gone, a direct chat gets new ones, since they answer somebody; a channel
    /// does not, since whoever deleted a post does not want it back.
    /// </summary>
    public async Task<SlackMessageId> ReplaceAsync(
        SlackAccess access, bool isDirect, SlackMessageId earlier, IReadOnlyList<SlackMessage> pages, Guid deliveryId, IReadOnlyDictionary<int, string> there,
        CancellationToken cancellationToken)
    {
        foreach (var (place, stamp) in earlier.Stamps.Index())
        {
            var answer = await slack.CallAsync(
                place < pages.Count
                    ? new("chat.update", access.WorkspaceId, access.Token, [("channel", earlier.Channel), ("ts", stamp), .. Words(pages[place])])
                    : new("chat.delete", access.WorkspaceId, access.Token, ("channel", earlier.Channel), ("ts", stamp)),
                SlackJson.Default.SlackPosted, cancellationToken);
            if (answer is { Ok: false, Error: not ("message_not_found" or "cant_update_message" or "cant_delete_message" or "edit_window_closed") })
                throw SlackRefusals.Of("chat.update", answer, isDirect);
            if (!answer.Ok && place == 0)
                return isDirect ? await PostAsync(access, new(earlier.Channel, isDirect), pages, deliveryId, there, cancellationToken) : earlier;
        }

        var changed = new Dictionary<int, string>(there);
        foreach (var (place, stamp) in earlier.Stamps.Take(pages.Count).Index())
            changed[place] = stamp;
        return await PostAsync(access, new(earlier.Channel, isDirect), pages, deliveryId, changed, cancellationToken);
    }

    /// <summary>The arguments that say what a message says.</summary>
    public static (string Name, string? Value)[] Words(SlackMessage page) =>
    [
        ("text", page.Text), ("blocks", JsonSerializer.Serialize(page.Blocks, SlackJson.Default.IReadOnlyListSlackBlock)),
        ("unfurl_links", "false"), ("unfurl_media", "false"),
    ];

    private async Task<string> PostAsync(SlackAccess access, Conversation conversation, SlackMessage page, SlackDeliveryMark mark, CancellationToken cancellationToken)
    {
        SlackCall call = new(
            "chat.postMessage", access.WorkspaceId, access.Token,
            [
                ("channel", conversation.Id), .. Words(page),
                ("metadata", JsonSerializer.Serialize(new SlackMetadata(mark), SlackJson.Default.SlackMetadata)),
            ]);
        var answer = await slack.CallAsync(call, SlackJson.Default.SlackPosted, cancellationToken);
        if (answer.Error == "not_in_channel" && !conversation.IsDirect && await JoinAsync(access, conversation.Id, cancellationToken))
            answer = await slack.CallAsync(call, SlackJson.Default.SlackPosted, cancellationToken);
        return answer is { Ok: true, Ts: { } ts } ? ts : throw SlackRefusals.Of(call.Method, answer, conversation.IsDirect);
    }

    /// <summary>Joins a public channel, where that was granted. Into a private one NudgeBot has to be invited.</summary>
    private async Task<bool> JoinAsync(SlackAccess access, string channelId, CancellationToken cancellationToken) =>
        access.Has("channels:join")
        && (await slack.CallAsync(
            new("conversations.join", access.WorkspaceId, access.Token, ("channel", channelId)), SlackJson.Default.SlackAnswer, cancellationToken)).Ok;
}
