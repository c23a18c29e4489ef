using System.Net.Http.Headers;
using System.Text.Json;
using NudgeBot.Channels.Slack.Cards;
using NudgeBot.Channels.Slack.Install;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Slack.Out;

/// <summary>
/// Says something to one person where they did something: by the address that came with it, which works even where NudgeBot is not;
/// else as an ephemeral message; and to somebody who is not in the channel, in their direct chat.
/// </summary>
internal sealed class SlackWhispers(SlackClient slack, SlackAnswerAddress addresses, SlackDirectChats chats, SlackPosts posts)
{
    public async Task<SlackMessageId> SendAsync(SlackAccess access, Envelope envelope, IReadOnlyList<SlackMessage> pages, CancellationToken cancellationToken)
    {
        var memberId = envelope.EphemeralFor ?? throw new ArgumentException("It is for everybody.", nameof(envelope));
        var address = addresses.Open(envelope.AnswerAddress);
        // A post that everybody sees is not replaced by what is said to one of them.
        var replaces = SlackMessageId.Read(envelope.Replaces) is { IsEphemeral: true };
        List<string> stamps = [];
        foreach (var page in pages)
        {
            if (address is not null)
            {
                if (await AnswerAsync(access, address, SlackResponse.Of(page, replaces && stamps.Count == 0), cancellationToken))
                {
                    stamps.Add("answer");
                    continue;
                }

                // It was used up, or is over.
                address = null;
            }

            if (await WhisperAsync(access, envelope.Conversation.Id, memberId, page, cancellationToken) is not { } stamp)
            {
                var direct = new Conversation(await chats.OfAsync(access, Conversation.With(memberId), cancellationToken), IsDirect: true);
                return await posts.PostAsync(access, direct, [.. pages.Skip(stamps.Count)], envelope.DeliveryId, new Dictionary<int, string>(), cancellationToken);
            }

            stamps.Add(stamp);
        }

        return new(envelope.Conversation.Id, stamps, IsEphemeral: true);
    }

    /// <summary>Returns false when Slack does not take answers at this address any more.</summary>
    private async Task<bool> AnswerAsync(SlackAccess access, Uri address, SlackResponse response, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(response, SlackJson.Default.SlackResponse));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        return await slack.SendAsync(new("response_url", access.WorkspaceId, null), address, content, cancellationToken);
    }

    /// <summary>Returns the message's time stamp, or null when it cannot be shown in the channel.</summary>
    private async Task<string?> WhisperAsync(SlackAccess access, string channelId, string memberId, SlackMessage page, CancellationToken cancellationToken)
    {
        var (text, blocks) = (SlackPosts.Words(page)[0], SlackPosts.Words(page)[1]);
        var answer = await slack.CallAsync(
            new("chat.postEphemeral", access.WorkspaceId, access.Token, ("channel", channelId), ("user", memberId), text, blocks),
            SlackJson.Default.SlackPosted, cancellationToken);
        return answer switch
        {
            { Ok: true } => answer.MessageTs ?? "answer",
            { Error: "user_not_in_channel" or "not_in_channel" or "channel_not_found" or "is_archived" or "restricted_action" } => null,
            _ => throw SlackRefusals.Of("chat.postEphemeral", answer),
        };
    }
}
