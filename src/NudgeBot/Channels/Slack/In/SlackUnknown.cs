using System.Collections.Concurrent;

namespace NudgeBot.Channels.Slack.In;

/// <summary>Notes kinds of requests that NudgeBot does not know, each once: they are acknowledged and ignored.</summary>
internal sealed partial class SlackUnknown(ILogger<SlackUnknown> logger)
{
    /// <summary>More kinds than Slack has are not remembered.</summary>
    private const int Most = 200;

    private const int LongestName = 60;

    private readonly ConcurrentDictionary<string, bool> met = new();

    public void Met(string type)
    {
        var name = type.Length <= LongestName ? type : type[..LongestName];
        if (met.Count < Most && met.TryAdd(name, true))
            Ignored(name);
    }

    [LoggerMessage(LogLevel.Information, "Slack sends requests of the kind {Kind}, which NudgeBot ignores.")]
    private partial void Ignored(string kind);
}
