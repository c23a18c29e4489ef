using System.Collections.Concurrent;

namespace NudgeBot.Workspaces;

/// <summary>The clock of each workspace: the machine's, but for the built-in one, whose time can be moved forward.</summary>
internal sealed class WorkspaceTime(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, TimeSpan> offsets = new();

    /// <summary>The present instant in UTC, cut to microseconds, which is what databases keep.</summary>
    public DateTimeOffset Now(string workspaceId)
    {
        var now = time.GetUtcNow() + offsets.GetValueOrDefault(workspaceId);
        return new(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
    }

    /// <summary>Lets a workspace's clock run ahead of the machine's by this much.</summary>
    public void Shift(string workspaceId, TimeSpan offset) => offsets[workspaceId] = offset;

    /// <summary>The workspaces whose clock does not follow the machine's.</summary>
    public IReadOnlyCollection<string> Shifted => [.. offsets.Keys];
}
