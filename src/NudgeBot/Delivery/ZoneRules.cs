using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace NudgeBot.Delivery;

/// <summary>
/// Tells versions of a zone's rules apart. Governments change them, sometimes at a few weeks' notice, and a later version of the machine's
/// zone data (iana.org/time-zones) knows of it.
/// </summary>
internal static class ZoneRules
{
    private static readonly ConditionalWeakTable<TimeZoneInfo, string> Known = [];

    /// <summary>A short text that is the same on every machine as long as the zone's rules are.</summary>
    public static string Of(TimeZoneInfo zone) => Known.GetValue(zone, Print);

    private static string Print(TimeZoneInfo zone)
    {
        var text = new StringBuilder().Append(zone.BaseUtcOffset.Ticks);
        foreach (var rule in zone.GetAdjustmentRules())
        {
            text.Append(CultureInfo.InvariantCulture, $"|{rule.DateStart.Ticks} {rule.DateEnd.Ticks} {rule.BaseUtcOffsetDelta.Ticks} {rule.DaylightDelta.Ticks}");
            foreach (var change in new[] { rule.DaylightTransitionStart, rule.DaylightTransitionEnd })
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $" {change.IsFixedDateRule} {change.Month} {change.Week} {change.Day} {(int)change.DayOfWeek} {change.TimeOfDay.TimeOfDay.Ticks}");
            }
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 8));
    }
}
