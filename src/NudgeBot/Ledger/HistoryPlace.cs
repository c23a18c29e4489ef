using System.Globalization;

namespace NudgeBot.Ledger;

/// <summary>A page of a person's history, as buttons carry it.</summary>
/// <param name="PersonId">Whose history.</param>
/// <param name="Skip">How many of the newest records lie before the page.</param>
internal readonly record struct HistoryPlace(Guid PersonId, int Skip)
{
    /// <summary>Reads what a button carried; what was guessed becomes the first page of nobody.</summary>
    public static HistoryPlace Read(string? value) =>
        value?.Split(':') is [var id, var skip] && Guid.TryParse(id, out var person) && int.TryParse(skip, NumberStyles.None, CultureInfo.InvariantCulture, out var before)
            ? new(person, before)
            : default;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{PersonId}:{Skip}");
}
