using System.Text.Json;

namespace NudgeBot.Channels.Slack.Out;

/// <summary>A page of a conversation's messages, newest first.</summary>
internal sealed record SlackHistory : SlackAnswer
{
    public IReadOnlyList<SlackPastMessage>? Messages { get; init; }
}

/// <summary>A message in a conversation's history, as far as it tells whether it is ours.</summary>
internal sealed record SlackPastMessage
{
    public string? Ts { get; init; }

    public string? User { get; init; }

    public SlackPastMetadata? Metadata { get; init; }

    public IReadOnlyList<SlackPastFile>? Files { get; init; }
}

/// <summary>What an app hung on a message. Other apps hang other things, so that it is read loosely.</summary>
internal sealed record SlackPastMetadata(string? EventType, JsonElement? EventPayload);

/// <summary>A file that came with a message.</summary>
internal sealed record SlackPastFile(string? Name);

/// <summary>What NudgeBot hangs on its messages, so that a delivery is found again after a crash. Everybody in the workspace can read it.</summary>
internal sealed record SlackMetadata(SlackDeliveryMark EventPayload)
{
    public const string Delivery = "nudge_delivery";

    public string EventType => Delivery;

    /// <summary>Which page of which delivery a message is; null when it is none of ours.</summary>
    public static SlackDeliveryMark? Read(SlackPastMetadata? metadata) =>
        metadata is { EventType: Delivery, EventPayload: { ValueKind: JsonValueKind.Object } payload }
            && payload.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String && id.TryGetGuid(out var delivery)
            ? new(delivery, payload.TryGetProperty("page", out var page) && page.TryGetInt32(out var number) ? number : 0)
            : null;
}

/// <summary>A delivery, and which of its messages.</summary>
internal sealed record SlackDeliveryMark(Guid Id, int Page);
