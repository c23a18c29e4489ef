using System.Text.Json;
using System.Text.Json.Serialization;

namespace NudgeBot.Chat;

/// <summary>How messages and events are written down in the outbox and the inbox.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Incoming))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(IReadOnlyList<Message>))]
internal sealed partial class ChatJson : JsonSerializerContext;
