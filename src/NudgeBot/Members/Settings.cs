namespace NudgeBot.Members;

/// <summary>What a member can choose, all of it together, so that a form is taken as a whole or not at all.</summary>
/// <param name="TimeZone">IANA zone, or null to follow the account's.</param>
internal sealed record Settings(
    DaysOff DaysOff, DayOfWeek NudgeDay, TimeOnly NudgeTime, string? TimeZone, int NudgesAWeek, int Seats, bool UsesShelf,
    bool RevealsMutualChoice, string Language)
{
    /// <summary>The most nudges in a week.</summary>
    public const int MostNudges = 2;

    /// <summary>The most seats of a circle.</summary>
    public const int MostSeats = 50;

    /// <summary>The languages of the answers.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "de"];

    /// <summary>The weekdays as most calendars show them.</summary>
    public static IReadOnlyList<DayOfWeek> Week { get; } =
    [
        DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday,
    ];

    public static Settings Of(Member member) => new(
        member.DaysOff, member.NudgeDay, member.NudgeTime, member.TimeZone, member.NudgesAWeek, member.Seats, member.UsesShelf,
        member.RevealsMutualChoice, member.Language);

    public void ApplyTo(Member member)
    {
        member.DaysOff = DaysOff;
        member.NudgeDay = NudgeDay;
        member.NudgeTime = NudgeTime;
        member.TimeZone = TimeZone;
        member.NudgesAWeek = NudgesAWeek;
        member.Seats = Seats;
        member.UsesShelf = UsesShelf;
        member.RevealsMutualChoice = RevealsMutualChoice;
        member.Language = Language;
    }
}
