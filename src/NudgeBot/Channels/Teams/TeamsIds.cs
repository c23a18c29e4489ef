namespace NudgeBot.Channels.Teams;

/// <summary>Teams' ids as NudgeBot keeps them.</summary>
internal static class TeamsIds
{
    private const string ThreadMark = ";messageid=";

    /// <summary>A conversation without the thread of a channel's message.</summary>
    public static string Room(string conversationId) =>
        conversationId.IndexOf(ThreadMark, StringComparison.Ordinal) is var at and > 0 ? conversationId[..at] : conversationId;

    /// <summary>An id of an account or tenant in the one way of writing it; null for what cannot be one.</summary>
    public static string? Directory(string? id) =>
        id is { Length: > 0 and <= 64 } && id.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_' or ':' or '.') ? id.ToLowerInvariant() : null;
}
