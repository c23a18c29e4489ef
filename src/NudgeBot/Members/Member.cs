using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NudgeBot.Storage;

namespace NudgeBot.Members;

/// <summary>A person who uses the bot in a workspace, with their own settings. Nobody else reads them.</summary>
internal sealed class Member : IMemberOwned
{
    public string WorkspaceId { get; init; } = null!;

    public string MemberId { get; init; } = null!;

    public required DateTimeOffset JoinedAt { get; init; }

    public Consent Consent { get; set; }

    /// <summary>IANA zone chosen by the member, or null to follow the platform's.</summary>
    public string? TimeZone { get; set; }

    /// <summary>Two-letter language of the answers.</summary>
    public string Language { get; set; } = "en";

    public DayOfWeek NudgeDay { get; set; } = DayOfWeek.Tuesday;

    public TimeOnly NudgeTime { get; set; } = new(9, 30);

    public DaysOff DaysOff { get; set; } = DaysOff.Saturday | DaysOff.Sunday;

    /// <summary>Nudges a week: 1 is the default, 2 the most, 0 means every second week.</summary>
    public int NudgesAWeek { get; set; } = 1;

    /// <summary>Seats in the circle, 1 to 50.</summary>
    public int Seats { get; set; } = 15;

    /// <summary>Whether nudges may suggest somebody from the shelf.</summary>
    public bool UsesShelf { get; set; } = true;

    /// <summary>Whether a choice that both made may be shown to both.</summary>
    public bool RevealsMutualChoice { get; set; }

    /// <summary>Quiet until the beginning of this day in the member's zone; <see cref="DateOnly.MaxValue"/> means until resumed.</summary>
    public DateOnly? PausedUntil { get; set; }

    /// <summary>Whether it is quiet on a day of the member's zone.</summary>
    public bool IsPausedOn(DateOnly day) => PausedUntil > day;

    private sealed class Map : IEntityTypeConfiguration<Member>
    {
        public void Configure(EntityTypeBuilder<Member> builder) =>
            builder.ToTable("members").HasKey(row => new { row.WorkspaceId, row.MemberId });
    }
}

/// <summary>Whether the member said that nudges may come. Nobody gets one without <see cref="On"/>.</summary>
internal enum Consent
{
    NotAsked,
    Asked,
    On,
    Off,
}

/// <summary>Weekdays without nudges.</summary>
[Flags]
internal enum DaysOff
{
    None = 0,
    Sunday = 1 << DayOfWeek.Sunday,
    Monday = 1 << DayOfWeek.Monday,
    Tuesday = 1 << DayOfWeek.Tuesday,
    Wednesday = 1 << DayOfWeek.Wednesday,
    Thursday = 1 << DayOfWeek.Thursday,
    Friday = 1 << DayOfWeek.Friday,
    Saturday = 1 << DayOfWeek.Saturday,
}
