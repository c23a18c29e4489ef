using System.Globalization;
using NudgeBot.Chat;
using NudgeBot.Delivery;
using NudgeBot.Workspaces;

namespace NudgeBot.Commands;

/// <summary>One thing being handled for one member: who, where, and what time it is for them. Time stands still during a turn.</summary>
/// <param name="WorkspaceId">The tenant.</param>
/// <param name="MemberId">The member who asked, or for whom something fell due.</param>
/// <param name="Conversation">Where the answer goes.</param>
/// <param name="Now">The workspace's present instant, UTC.</param>
/// <param name="Zone">The member's own zone.</param>
/// <param name="Culture">The member's language.</param>
internal sealed record Turn(
    string WorkspaceId, string MemberId, Conversation Conversation, DateTimeOffset Now, TimeZoneInfo Zone, CultureInfo Culture)
{
    /// <summary>The date in the member's zone.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, Zone).DateTime);

    /// <summary>The instant in UTC of a date and time of day in the member's zone.</summary>
    public DateTimeOffset InstantOf(DateOnly date, TimeOnly time) => ZonedTime.Instant(date, time, Zone);

    /// <summary>When something is due that is meant for a date and time of day in the member's zone.</summary>
    public DueTime On(DateOnly date, TimeOnly time) => new(InstantOf(date, time), Zone);

    /// <summary>When something is due that is meant for what the clock in the member's zone shows at an instant; null for none.</summary>
    public DueTime? Local(DateTimeOffset? at) => DueTime.Local(at, Zone);

    /// <summary>The whole command line that is being handled; empty where there is none.</summary>
    public string Line { get; init; } = "";

    /// <summary>What the member picked where a name could mean several persons, by the folded name.</summary>
    public IReadOnlyDictionary<string, string> Picked { get; init; } = new Dictionary<string, string>();

    /// <summary>A date as the member reads it, such as "Sat 21 Nov 2026" or, where a language puts a point behind the day, "Sa 21. Nov. 2026".</summary>
    public string Show(DateOnly date) =>
        date.ToString(Culture.DateTimeFormat.MonthDayPattern.Contains("d.", StringComparison.Ordinal) ? "ddd d. MMM yyyy" : "ddd d MMM yyyy", Culture);

    /// <summary>A new key that grows with time.</summary>
    public Guid NewId() => Guid.CreateVersion7(Now);
}
