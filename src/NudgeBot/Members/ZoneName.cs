using System.Collections.Frozen;
using NudgeBot.Commands.Grammar;

namespace NudgeBot.Members;

/// <summary>
/// Names of time zones as members type them: IANA's <c>Area/Place</c>, or <c>UTC</c>. Windows names are refused, as records go from
/// machine to machine, and so are abbreviations: EST has no summer time, which few who type it mean.
/// </summary>
internal static class ZoneName
{
    private static readonly FrozenSet<string> Ids =
        TimeZoneInfo.GetSystemTimeZones().Where(zone => zone.HasIanaId && zone.Id.Contains('/', StringComparison.Ordinal)).Select(zone => zone.Id)
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The zone's IANA name; or null, with the name that may have been meant when one is near.</summary>
    public static (string? Id, string? Suggestion) Read(string text)
    {
        if (text.Equals("UTC", StringComparison.OrdinalIgnoreCase))
            return ("UTC", null);
        // The system finds a zone in other letter case only once it has loaded it.
        if (Ids.TryGetValue(text, out var known))
            return (known, null);
        if (text.Contains('/', StringComparison.Ordinal) && TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone) && zone.HasIanaId)
            return (zone.Id, null);
        if (TimeZoneInfo.TryConvertWindowsIdToIanaId(text, out var iana))
            return (null, iana);
        var place = Fold.Name(text);
        return (null, Ids.Order(StringComparer.Ordinal).FirstOrDefault(id => Place(id) == place) ?? Nearest.To(text, Ids));
    }

    /// <summary>The place in a name such as America/New_York, as people type it.</summary>
    private static string Place(string id) => Fold.Name(id[(id.LastIndexOf('/') + 1)..].Replace('_', ' '));
}
