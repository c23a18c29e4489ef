using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Local;

/// <summary>A member as the local API shows them.</summary>
/// <param name="TimeZone">IANA zone, as chosen in the settings or else as the directory has it.</param>
/// <param name="Language">Two letters.</param>
internal sealed record LocalMemberView(string Id, string Name, string TimeZone, string Language);

/// <summary>A channel as the local API shows it.</summary>
internal sealed record LocalChannelView(string Id, string Name);

/// <summary>What a member types.</summary>
/// <param name="Text">The line.</param>
/// <param name="Channel">The channel it is typed in; null for the direct chat.</param>
/// <param name="EventId">Makes a repeated request harmless; made up when missing.</param>
internal sealed record LocalLine(string Text, string? Channel = null, string? EventId = null)
{
    private static readonly string[] Callings = ["/nudge", "@nudgebot"];

    /// <summary>What is meant for NudgeBot. It needs no calling here, but whoever comes from Slack or Teams may type one.</summary>
    [JsonIgnore]
    public string Command
    {
        get
        {
            var line = Text.Trim();
            var calling = Callings.FirstOrDefault(word =>
                line.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (line.Length == word.Length || char.IsWhiteSpace(line[word.Length])));
            return calling is null ? Text : line[calling.Length..];
        }
    }
}

/// <summary>What a member presses or sends.</summary>
internal sealed record LocalPress(
    string MessageId, string ActionId, string? Value = null, IReadOnlyDictionary<string, string>? Form = null, string? EventId = null);

/// <summary>A list of messages.</summary>
internal sealed record LocalMessages(IReadOnlyList<LocalMessageView> Messages);

/// <summary>A message as the local API shows it.</summary>
/// <param name="Kind"><c>text</c>, <c>card</c>, <c>form</c> or <c>file</c>.</param>
internal sealed record LocalMessageView(
    string Id, DateTimeOffset At, string Kind, string Text, string From, bool Ephemeral, string? Channel,
    Card? Card, Form? Form, LocalFileView? File, string? Replaces)
{
    public static LocalMessageView Of(LocalMessage row)
    {
        var message = JsonSerializer.Deserialize(row.Body, ChatJson.Default.Message)!;
        var kind = message switch { { Form: not null } => "form", { File: not null } => "file", { Card: not null } => "card", _ => "text" };
        var id = row.MessageId.ToString(CultureInfo.InvariantCulture);
        return new(
            id, row.At, kind, message.Text, row.From, row.EphemeralFor is not null, row.IsDirect ? null : row.ConversationId,
            message.Card, message.Form,
            message.File is { } file ? new(file.Name, file.MediaType, $"/local/files/{id}?member={row.EphemeralFor ?? row.ConversationId}") : null,
            row.Replaces?.ToString(CultureInfo.InvariantCulture));
    }
}

/// <summary>A file to download.</summary>
internal sealed record LocalFileView(string Name, string MediaType, string Url);

/// <summary>The workspace's time.</summary>
internal sealed record LocalTime(DateTimeOffset Now);

/// <summary>How far to move the time: an ISO 8601 duration such as <c>P6W</c>.</summary>
internal sealed record LocalAdvance(string Advance);

/// <summary>How the local API writes and reads JSON.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(IReadOnlyList<LocalMemberView>))]
[JsonSerializable(typeof(IReadOnlyList<LocalChannelView>))]
[JsonSerializable(typeof(LocalLine))]
[JsonSerializable(typeof(LocalPress))]
[JsonSerializable(typeof(LocalMessages))]
[JsonSerializable(typeof(LocalTime))]
[JsonSerializable(typeof(LocalAdvance))]
[JsonSerializable(typeof(LocalCircle))]
[JsonSerializable(typeof(LocalPersons))]
internal sealed partial class LocalJson : JsonSerializerContext;
