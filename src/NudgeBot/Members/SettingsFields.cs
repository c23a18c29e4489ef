using System.Globalization;

namespace NudgeBot.Members;

/// <summary>The settings as texts of a form's fields, and back.</summary>
internal static class SettingsFields
{
    public const string DaysOff = "days_off", NudgeDay = "day", NudgeTime = "time", TimeZone = "zone", NudgesAWeek = "nudges";
    public const string Seats = "seats", UsesShelf = "shelf", Reveals = "reveal", Language = "language";
    public const string Yes = "yes", No = "no";

    private const string TimeFormat = "HH:mm";

    /// <summary>Those without which no platform lets the form be sent.</summary>
    public static IReadOnlyList<string> Required { get; } = [NudgeDay, NudgeTime, NudgesAWeek, Seats, UsesShelf, Reveals, Language];

    public static IReadOnlyDictionary<string, string> Write(Settings settings) => new Dictionary<string, string>
    {
        [DaysOff] = string.Join(',', Settings.Week.Where(day => settings.DaysOff.HasFlag(Off(day)))),
        [NudgeDay] = settings.NudgeDay.ToString(),
        [NudgeTime] = settings.NudgeTime.ToString(TimeFormat, CultureInfo.InvariantCulture),
        [TimeZone] = settings.TimeZone ?? "",
        [NudgesAWeek] = settings.NudgesAWeek.ToString(CultureInfo.InvariantCulture),
        [Seats] = settings.Seats.ToString(CultureInfo.InvariantCulture),
        [UsesShelf] = settings.UsesShelf ? Yes : No,
        [Reveals] = settings.RevealsMutualChoice ? Yes : No,
        [Language] = settings.Language,
    };

    /// <summary>The settings that the fields say, or everything that is wrong with them.</summary>
    /// <param name="fields">Every field of <see cref="Write"/>.</param>
    public static (Settings? Settings, IReadOnlyList<SettingsFault> Faults) Read(IReadOnlyDictionary<string, string> fields)
    {
        List<SettingsFault> faults = [];
        var daysOff = ReadDays(fields[DaysOff], faults);
        var day = ReadDay(fields[NudgeDay]);
        if (day is null)
            faults.Add(new(NudgeDay, "fault.day", fields[NudgeDay]));
        else if (daysOff is { } off && off.HasFlag(Off(day.Value)))
            faults.Add(new(NudgeDay, "fault.day.off", Day: day));
        if (!TimeOnly.TryParseExact(fields[NudgeTime], [TimeFormat, "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            faults.Add(new(NudgeTime, "fault.time", fields[NudgeTime]));
        var (zone, suggestion) = ZoneName.Read(fields[TimeZone]);
        if (zone is null && fields[TimeZone].Length > 0)
            faults.Add(suggestion is null ? new(TimeZone, "fault.zone", fields[TimeZone]) : new(TimeZone, "fault.zone.near", fields[TimeZone], suggestion));
        var nudges = ReadCount(fields[NudgesAWeek], 0, Settings.MostNudges);
        if (nudges is null)
            faults.Add(new(NudgesAWeek, "fault.nudges", fields[NudgesAWeek]));
        var seats = ReadCount(fields[Seats], 1, Settings.MostSeats);
        if (seats is null)
            faults.Add(new(Seats, "fault.seats", fields[Seats], Settings.MostSeats.ToString(CultureInfo.InvariantCulture)));
        if (fields[UsesShelf] is not (Yes or No))
            faults.Add(new(UsesShelf, "fault.shelf", fields[UsesShelf]));
        if (fields[Reveals] is not (Yes or No))
            faults.Add(new(Reveals, "fault.reveal", fields[Reveals]));
        if (!Settings.Languages.Contains(fields[Language]))
            faults.Add(new(Language, "fault.language", fields[Language]));
        return faults.Count > 0 ? (null, faults) : (new(
            daysOff!.Value, day!.Value, time, zone, nudges!.Value, seats!.Value, fields[UsesShelf] == Yes, fields[Reveals] == Yes, fields[Language]), faults);
    }

    /// <summary>A weekday as a day off.</summary>
    public static DaysOff Off(DayOfWeek day) => (DaysOff)(1 << (int)day);

    private static DaysOff? ReadDays(string text, List<SettingsFault> faults)
    {
        var off = Members.DaysOff.None;
        foreach (var word in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (ReadDay(word) is not { } day)
            {
                faults.Add(new(DaysOff, "fault.days", word));
                return null;
            }

            off |= Off(day);
        }

        return off;
    }

    private static DayOfWeek? ReadDay(string word) =>
        Settings.Week.Where(day => day.ToString() == word).Select(day => (DayOfWeek?)day).SingleOrDefault();

    private static int? ReadCount(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= least && count <= most ? count : null;
}

/// <summary>Something wrong in the form of settings.</summary>
/// <param name="Field">The field.</param>
/// <param name="Key">The text that says it.</param>
/// <param name="Found">What was filled in.</param>
/// <param name="Expected">What would work, where it can be said.</param>
/// <param name="Day">The weekday that it is about.</param>
internal sealed record SettingsFault(string Field, string Key, string Found = "", string Expected = "", DayOfWeek? Day = null);
