using System.Collections.Concurrent;

namespace NudgeBot.Channels.Teams.In;

/// <summary>Notes kinds of activities that NudgeBot does not know, each once.</summary>
internal sealed partial class TeamsUnknown(ILogger<TeamsUnknown> logger)
{
    private const int Most = 200, LongestName = 60;

    private readonly ConcurrentDictionary<string, bool> met = new();

    public void Met(string kind)
    {
        var name = kind.Length <= LongestName ? kind : kind[..LongestName];
        if (met.Count < Most && met.TryAdd(name, true))
            Ignored(name);
    }

    [LoggerMessage(LogLevel.Information, "Teams sends activities of the kind {Kind}, which NudgeBot ignores.")]
    private partial void Ignored(string kind);
}
