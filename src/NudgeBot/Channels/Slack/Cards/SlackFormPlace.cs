using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Slack.Cards;

/// <summary>Where a form was opened: a submission does not say it by itself, and its answer belongs there.</summary>
/// <param name="Conversation">The conversation; null for a form that was opened from none, as by a global shortcut.</param>
/// <param name="MessageId">The message whose button opened it (<see cref="SlackMessageId"/>).</param>
/// <param name="AnswerAddress">The sealed address for answers (<see cref="SlackAnswerAddress"/>).</param>
internal sealed record SlackFormPlace(Conversation? Conversation = null, string? MessageId = null, string? AnswerAddress = null)
{
    /// <summary>As a modal's private metadata, with the value that the form carries; both come back untrusted.</summary>
    public string Write(string? value)
    {
        var whole = JsonSerializer.Serialize(
            new Carried(value, Conversation?.Id, Conversation?.IsDirect ?? false, MessageId, AnswerAddress), SlackFormJson.Relaxed.Carried);
        // Without the address the answer still gets there, as a message.
        return whole.Length <= SlackLimits.Metadata ? whole
            : AnswerAddress is not null ? (this with { AnswerAddress = null }).Write(value)
            : throw new ArgumentException($"A form carries at most 2,000 characters; this one has {value?.Length}.", nameof(value));
    }

    /// <summary>Reads what <see cref="Write"/> wrote; empty where it is nothing such.</summary>
    public static (string? Value, SlackFormPlace Place) Read(string? metadata)
    {
        try
        {
            return string.IsNullOrEmpty(metadata) || JsonSerializer.Deserialize(metadata, SlackFormJson.Relaxed.Carried) is not { } carried
                ? (null, new())
                : (carried.V, new(carried.C is null ? null : new(carried.C, carried.D), carried.M, carried.R));
        }
        catch (JsonException)
        {
            return (null, new());
        }
    }
}

/// <summary>The metadata, with names of one letter, since it has little room.</summary>
internal sealed record Carried(string? V, string? C, bool D, string? M, string? R);

/// <summary>How the metadata is written down: as short as JSON can be.</summary>
[JsonSerializable(typeof(Carried))]
internal sealed partial class SlackFormJson : JsonSerializerContext
{
    public static SlackFormJson Relaxed { get; } = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    });
}
