using System.Collections.Concurrent;
using System.Globalization;
using NudgeBot.Channels.Slack.Install;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Slack.Out;

/// <summary>Asks a conversation's own history what of a delivery got there.</summary>
internal sealed class SlackPast(SlackClient slack)
{
    /// <summary>As much as every app may ask for at once.</summary>
    private const int PageSize = 15;

    /// <summary>So many pages are read at most: what was said after the delivery was made is hardly more.</summary>
    private const int MostPages = 10;

    /// <summary>Clocks differ.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    /// <summary>How far the looking got where Slack asks to wait in between: apps outside its marketplace may ask once a minute.</summary>
    private readonly ConcurrentDictionary<Guid, Reading> begun = new();

    /// <summary>The time stamps of the delivery's messages that are there, by their places; its file stands at place 0.</summary>
    /// <param name="access">The workspace.</param>
    /// <param name="channelId">Where to look.</param>
    /// <param name="envelope">What to look for.</param>
    /// <param name="count">How many messages it has.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ChannelException">Slack asks to wait, or refused. The next call goes on where this one ended.</exception>
    public async Task<IReadOnlyDictionary<int, string>> FindAsync(
        SlackAccess access, string channelId, Envelope envelope, int count, CancellationToken cancellationToken)
    {
        if (begun.Count > 1000)
            begun.Clear();
        var reading = begun.GetOrAdd(envelope.DeliveryId, _ => new());
        while (reading.IsUnfinished(count))
        {
            var history = await slack.CallAsync(
                new(
                    "conversations.history", access.WorkspaceId, access.Token, ("channel", channelId), ("include_all_metadata", "true"),
                    ("oldest", Oldest(envelope)), ("limit", PageSize.ToString(CultureInfo.InvariantCulture)), ("cursor", reading.Cursor)),
                SlackJson.Default.SlackHistory, cancellationToken);
            // Where NudgeBot is not, nothing of its can be.
            if (history.Error is "channel_not_found" or "not_in_channel")
                break;
            if (history.Error is "invalid_cursor")
                begun.TryRemove(envelope.DeliveryId, out _);
            if (!history.Ok)
                throw SlackRefusals.Of("conversations.history", history);
            foreach (var message in history.Messages ?? [])
            {
                if (message.Ts is { } stamp && PlaceOf(message, access, envelope) is { } place)
                    reading.Found[place] = stamp;
            }

            reading.Pages++;
            reading.Cursor = string.IsNullOrEmpty(history.Paging?.NextCursor) ? null : history.Paging.NextCursor;
        }

        begun.TryRemove(envelope.DeliveryId, out _);
        return reading.Found;
    }

    /// <summary>Shared files carry no metadata: they are known by their names.</summary>
    private static int? PlaceOf(SlackPastMessage message, SlackAccess access, Envelope envelope) =>
        envelope.Message.File is { } file
            ? message.User == access.BotUserId && message.Files?.Any(shared => shared.Name == file.Name) == true ? 0 : null
            : SlackMetadata.Read(message.Metadata) is { } mark && mark.Id == envelope.DeliveryId ? mark.Page : null;

    private static string Oldest(Envelope envelope) => $"{(envelope.MadeAt - Margin).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}.000000";

    private sealed class Reading
    {
        public Dictionary<int, string> Found { get; } = [];

        public string? Cursor { get; set; }

        public int Pages { get; set; }

        public bool IsUnfinished(int count) => Found.Count < count && (Pages == 0 || (Cursor is not null && Pages < MostPages));
    }
}
