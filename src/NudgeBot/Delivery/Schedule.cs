using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Delivery;

/// <summary>Something that falls due: the one truth about what happens when. Handled by the <see cref="IScheduled"/> of its kind.</summary>
internal sealed class Schedule : ITenantOwned
{
    /// <summary>How far the clocks of two zones are apart at most: from UTC-12 to UTC+14.</summary>
    private static readonly TimeSpan Furthest = TimeSpan.FromHours(26);

    public string WorkspaceId { get; init; } = null!;

    public required string Kind { get; init; }

    /// <summary>The member, or an empty text where it is the workspace's or a channel's.</summary>
    public required string MemberId { get; init; }

    /// <summary>What in particular: a channel's id, or an empty text where the member has only one of the kind.</summary>
    public required string Subject { get; init; }

    /// <summary>The instant of the workspace's clock, UTC.</summary>
    public required DateTimeOffset DueAt { get; set; }

    /// <summary>
    /// Where a time of day is meant: its date, the time, and the IANA zone whose clock shows them at <see cref="DueAt"/>. All three are null
    /// where an instant is meant.
    /// </summary>
    public DateOnly? LocalDate { get; private set; }

    public TimeOnly? LocalTime { get; private set; }

    public string? TimeZone { get; private set; }

    /// <summary>The version of the zone's rules by which <see cref="DueAt"/> was reckoned (<see cref="Delivery.ZoneRules"/>).</summary>
    public string? ZoneRules { get; private set; }

    /// <summary>When it was due before it was put off; null where it was not.</summary>
    public DateTimeOffset? MeantAt { get; private set; }

    /// <summary>Whether the database was put back from a backup after it had been due, so that it probably was run (<see cref="Restored"/>).</summary>
    public bool MayHaveRun { get; set; }

    /// <summary>How often handling it failed since it last succeeded.</summary>
    public int Failures { get; set; }

    /// <summary>Sets when it is due; what failed before counts no more.</summary>
    public void Set(DueTime due)
    {
        (DueAt, MeantAt, Failures, MayHaveRun) = (due.At.ToUniversalTime(), null, 0, false);
        var local = due.Zone is { } zone ? TimeZoneInfo.ConvertTime(due.At, zone).DateTime : (DateTime?)null;
        (LocalDate, LocalTime) = local is { } shown ? (DateOnly.FromDateTime(shown), TimeOnly.FromDateTime(shown)) : ((DateOnly?)null, (TimeOnly?)null);
        (TimeZone, ZoneRules) = (due.Zone?.Id, due.Zone is null ? null : Delivery.ZoneRules.Of(due.Zone));
    }

    /// <summary>Puts off what is due: it is the same, later, and no time of day is meant any more.</summary>
    public void PutOff(DateTimeOffset until)
    {
        (MeantAt, DueAt) = (MeantAt ?? DueAt, until.ToUniversalTime());
        (LocalDate, LocalTime, TimeZone, ZoneRules) = (null, null, null, null);
    }

    /// <summary>The instant at which a zone's clock shows the local time; of two the one that holds already, if it is one of them.</summary>
    public DateTimeOffset LocalDueAt(TimeZoneInfo zone)
    {
        if (LocalDate is not { } date || LocalTime is not { } time)
            return DueAt;
        var shown = TimeZoneInfo.ConvertTime(DueAt, zone).DateTime - date.ToDateTime(time);
        // Further apart than any two zones: an earlier version of the program set the instant and knew nothing of local times.
        return shown == TimeSpan.Zero || shown.Duration() > Furthest ? DueAt : ZonedTime.Instant(date, time, zone);
    }

    private sealed class Map : IEntityTypeConfiguration<Schedule>
    {
        public void Configure(EntityTypeBuilder<Schedule> builder)
        {
            builder.ToTable("schedules").HasKey(row => new { row.WorkspaceId, row.Kind, row.MemberId, row.Subject });
            // The worker asks every second what is due anywhere, and needs to read nothing else for it.
            builder.HasIndex(row => new { row.DueAt, row.WorkspaceId });
            builder.HasIndex(row => new { row.WorkspaceId, row.DueAt });
            builder.HasIndex(row => new { row.TimeZone, row.ZoneRules });
        }
    }
}
