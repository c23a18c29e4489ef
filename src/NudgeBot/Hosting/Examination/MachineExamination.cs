using System.Globalization;
using NudgeBot.Channels;

namespace NudgeBot.Hosting.Examination;

/// <summary>Looks at what NudgeBot takes from the machine: its clock, its time-zone data and its languages.</summary>
internal static class MachineExamination
{
    /// <summary>When this was written; a clock before it is wrong.</summary>
    private static readonly DateTimeOffset Written = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Zones with rules of different kinds: summer time north and south, half an hour of it, and none.</summary>
    private static readonly string[] Zones = ["Europe/Madrid", "America/New_York", "Australia/Lord_Howe", "Asia/Shanghai"];

    public static IEnumerable<Finding> Examine(TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        yield return now < Written
            ? new("clock", $"it shows {now:u}, which is in the past", "Set the machine's clock, best by a time service.")
            : new("clock", $"it shows {now:u}");

        var missing = Zones.Where(zone => !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)).ToList();
        yield return missing.Count > 0
            ? new("time zones", $"{string.Join(", ", missing)} not found", "Install the system's time-zone data (package tzdata).")
            : new("time zones", $"present ({TimeZoneInfo.GetSystemTimeZones().Count})");

        // Without ICU, or in the invariant mode, every culture writes dates like the invariant one.
        yield return CultureInfo.GetCultureInfo("de").DateTimeFormat.GetDayName(DayOfWeek.Monday) == "Montag"
            ? new("languages", "dates can be written in English and German")
            : new("languages", "the machine cannot write German dates", "Install ICU (package libicu), and unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT.");
    }
}
