namespace NudgeBot.Channels.Slack;

/// <summary>
/// A message of Slack's by its channel and its time stamps: several where one message of NudgeBot's needs several of Slack's. As a text
/// it is <c>C1:1764000000.000100</c>, with further time stamps after commas and <c>:only-you</c> where only one person sees it.
/// </summary>
internal sealed record SlackMessageId(string Channel, IReadOnlyList<string> Stamps, bool IsEphemeral = false)
{
    private const string OnlyYou = "only-you";

    public SlackMessageId(string channel, string stamp, bool isEphemeral = false)
        : this(channel, [stamp], isEphemeral)
    {
    }

    /// <summary>Reads what <see cref="ToString"/> wrote; null when it is nothing such.</summary>
    public static SlackMessageId? Read(string? text) => text?.Split(':') switch
    {
        [{ Length: > 0 } channel, { Length: > 0 } stamps] => new(channel, stamps.Split(',')),
        [{ Length: > 0 } channel, { Length: > 0 } stamps, OnlyYou] => new(channel, stamps.Split(','), true),
        _ => null,
    };

    public override string ToString() => $"{Channel}:{string.Join(',', Stamps)}{(IsEphemeral ? $":{OnlyYou}" : "")}";
}
