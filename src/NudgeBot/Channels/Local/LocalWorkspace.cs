namespace NudgeBot.Channels.Local;

/// <summary>The built-in workspace: its id, its people and its channels.</summary>
internal static class LocalWorkspace
{
    public const string Id = "local";

    /// <summary>How NudgeBot signs its own messages.</summary>
    public const string BotId = "nudgebot";

    /// <summary>Sample colleagues, each in a zone of their own, so that times can be seen to be local.</summary>
    public static IReadOnlyList<LocalPerson> People { get; } =
    [
        new("ana", "Ana Lopez", "ana@example.com", "Europe/Madrid", IsAdmin: true),
        new("bob", "Bob Tanaka", "bob@example.com", "America/New_York"),
        new("chen", "Chen Wei", "chen@example.com", "Asia/Shanghai"),
        new("dora", "Dora Novak", "dora@example.com", "Europe/Prague"),
        new("emil", "Emil Hansen", "emil@example.com", "Europe/Copenhagen"),
    ];

    /// <summary>The channels by their ids, which are their names too.</summary>
    public static IReadOnlyList<string> Channels { get; } = ["general"];
}

/// <summary>Somebody in the built-in workspace's directory.</summary>
internal sealed record LocalPerson(string Id, string Name, string Email, string TimeZone, bool IsAdmin = false);
