namespace NudgeBot.Commands.Grammar;

/// <summary>Why a text was not understood: facts only, which the router turns into a sentence in the member's language.</summary>
/// <param name="Kind">What went wrong.</param>
/// <param name="Position">Where in the text, from 0; the length of the text when something is missing at its end.</param>
/// <param name="Found">What stands there, as typed; empty when something is missing.</param>
/// <param name="Limit">The limit that was passed, where there is one.</param>
/// <param name="Expected">Words of the grammar that would work there, ready to be typed.</param>
internal sealed record GrammarError(
    GrammarErrorKind Kind, int Position, string Found = "", int? Limit = null, params IReadOnlyList<string> Expected);

/// <summary>What can be wrong with a command's words.</summary>
internal enum GrammarErrorKind
{
    /// <summary>No person where one is needed.</summary>
    MissingPerson,

    /// <summary>No text where one is needed.</summary>
    MissingText,

    /// <summary>No date where one is needed.</summary>
    MissingDate,

    /// <summary>No schedule after <c>digest here</c>.</summary>
    MissingSchedule,

    /// <summary>A quote that never ends.</summary>
    UnclosedQuote,

    /// <summary>A date that no calendar has, such as 31 Feb.</summary>
    NoSuchDate,

    /// <summary>A date that reads in two ways, such as 12/05/2019; both are in <see cref="GrammarError.Expected"/>.</summary>
    AmbiguousDate,

    /// <summary>A date outside the years 1900 to 2200.</summary>
    YearOutOfRange,

    /// <summary>Not a date at all.</summary>
    BadDate,

    /// <summary>Not a cadence.</summary>
    BadCadence,

    /// <summary>A cadence or span below a day or above five years.</summary>
    SpanOutOfRange,

    /// <summary>Not a schedule of a digest.</summary>
    BadSchedule,

    /// <summary>Not a time of day, such as 25:00.</summary>
    BadTime,

    /// <summary>Not a count within <see cref="GrammarError.Limit"/>.</summary>
    BadCount,

    /// <summary>A word that has no place there.</summary>
    UnknownWord,

    /// <summary>A text or name longer than <see cref="GrammarError.Limit"/> characters.</summary>
    TooLong,

    /// <summary>More than <see cref="GrammarError.Limit"/> persons in one record.</summary>
    TooManyPersons,
}
