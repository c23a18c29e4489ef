using System.Globalization;
using Microsoft.Extensions.Localization;
using NudgeBot.Commands.Grammar;

namespace NudgeBot.Digests;

/// <summary>Says a schedule in the reader's language.</summary>
internal sealed class ScheduleWords(IStringLocalizer<DigestText> text)
{
    /// <summary>Such as "every Friday at 15:00".</summary>
    public string Of(DigestSchedule schedule, CultureInfo culture)
    {
        var every = schedule is { Kind: ScheduleKind.Weekly, Interval: > 1 } ? "Weeks" : schedule.Kind.ToString();
        return text[
            $"schedule.{every}",
            schedule.At.ToString("HH:mm", CultureInfo.InvariantCulture),
            culture.DateTimeFormat.GetDayName(schedule.Weekday.GetValueOrDefault()),
            schedule.Interval,
            schedule.Ordinal is { } nth ? text[$"ordinal.{nth}"].Value : ""];
    }
}
