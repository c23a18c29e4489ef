using NudgeBot.Channels.Slack.Cards;
using NudgeBot.Channels.Slack.Install;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Slack.Out;

/// <summary>The way out to Slack.</summary>
internal sealed class SlackChannel(
    SlackInstallations installations, SlackDirectChats chats, SlackPosts posts, SlackWhispers whispers, SlackUploads uploads, SlackPast past) : IChannel
{
    private static readonly IReadOnlyDictionary<int, string> Nothing = new Dictionary<int, string>();

    public string Name => SlackServices.ChannelName;

    public async Task<string> SendAsync(Envelope envelope, CancellationToken cancellationToken)
    {
        var access = await AccessAsync(envelope, cancellationToken);
        if (envelope.Message.File is { } file)
        {
            var chat = await ChatAsync(access, envelope, cancellationToken);
            await uploads.ShareAsync(access, chat.Id, file, envelope.Message.Text, cancellationToken);
            return new SlackMessageId(chat.Id, "file").ToString();
        }

        return envelope.EphemeralFor is not null
            ? (await whispers.SendAsync(access, envelope, await PagesAsync(access, envelope, cancellationToken), cancellationToken)).ToString()
            : await PostAsync(access, await ChatAsync(access, envelope, cancellationToken), envelope, Nothing, cancellationToken);
    }

    /// <summary>
    /// Looks a delivery up. Of what only one person sees, Slack keeps no history: it is said again, which changes nothing for whoever saw it.
    /// Where a part got there, the rest is sent.
    /// </summary>
    public async Task<string?> FindAsync(Envelope envelope, CancellationToken cancellationToken)
    {
        if (envelope is { EphemeralFor: not null, Message.File: null })
            return null;
        var access = await AccessAsync(envelope, cancellationToken);
        var conversation = await ChatAsync(access, envelope, cancellationToken);
        var count = envelope.Message.File is null ? SlackWriter.Write(envelope.Message).Count : 1;
        var found = await past.FindAsync(access, conversation.Id, envelope, count, cancellationToken);
        if (found.Count == 0)
            return null;
        return envelope.Message.File is not null
            ? new SlackMessageId(conversation.Id, found[0]).ToString()
            : await PostAsync(access, conversation, envelope, found, cancellationToken);
    }

    /// <summary>Posts what of a delivery is not there yet.</summary>
    private async Task<string> PostAsync(
        SlackAccess access, Conversation conversation, Envelope envelope, IReadOnlyDictionary<int, string> there, CancellationToken cancellationToken)
    {
        var pages = await PagesAsync(access, envelope, cancellationToken);
        return (SlackMessageId.Read(envelope.Replaces) is { IsEphemeral: false } earlier
            ? await posts.ReplaceAsync(access, conversation.IsDirect, earlier, pages, envelope.DeliveryId, there, cancellationToken)
            : await posts.PostAsync(access, conversation, pages, envelope.DeliveryId, there, cancellationToken)).ToString();
    }

    /// <summary>Where no token is at hand the message waits: whoever removed NudgeBot said so by an event of its own.</summary>
    private async Task<SlackAccess> AccessAsync(Envelope envelope, CancellationToken cancellationToken) =>
        await installations.FindAsync(envelope.WorkspaceId, cancellationToken) ?? throw new ChannelException("NudgeBot has no token for the workspace.");

    private async Task<IReadOnlyList<SlackMessage>> PagesAsync(SlackAccess access, Envelope envelope, CancellationToken cancellationToken) =>
        SlackWriter.Write(envelope.Message, await uploads.PicturesAsync(access, envelope.Message.Card, cancellationToken));

    /// <summary>Where it goes; a file for one person goes to their direct chat, since files are seen by all.</summary>
    private async Task<Conversation> ChatAsync(SlackAccess access, Envelope envelope, CancellationToken cancellationToken)
    {
        var conversation = envelope.EphemeralFor is { } memberId ? Conversation.With(memberId) : envelope.Conversation;
        return conversation with { Id = await chats.OfAsync(access, conversation, cancellationToken) };
    }
}
