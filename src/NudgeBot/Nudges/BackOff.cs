using NudgeBot.Circle;

namespace NudgeBot.Nudges;

/// <summary>How nudges make themselves rarer when nobody answers. Any answer sets the counts back to nothing.</summary>
internal static class BackOff
{
    /// <summary>After so many nudges about a person without an answer, one card asks whether to keep them.</summary>
    public const int AsksToKeepAfter = 3;

    private const int MonthlyAfter = 3, LastQuestionAfter = 4, SilentAfter = 5;

    /// <summary>A person is not suggested in two weeks running, whatever their rhythm.</summary>
    private const int ShortestWait = 14;

    /// <summary>From the shelf nobody comes twice within half a year.</summary>
    private const int ShelfWait = 182;

    /// <summary>The pace after so many nudges in a row without any answer.</summary>
    public static NudgePace Pace(int ignored, NudgePace chosen) => ignored switch
    {
        >= SilentAfter => NudgePace.None,
        >= MonthlyAfter => NudgePace.Monthly,
        _ => chosen,
    };

    /// <summary>Whether the next message is the last question.</summary>
    public static bool AsksToGoOn(int ignored) => ignored >= LastQuestionAfter;

    /// <summary>
    /// The first day on which a person may be suggested again: after the interval that the member asked for, doubled with every nudge about
    /// them that stayed without an answer, up to eight times. The pair's own gaps do not count here: they grow just when a pair drifts apart,
    /// and the waits would grow with them, past the time in which a word still helps (<c>README.md</c>, "Twenty years").
    /// </summary>
    public static DateOnly Again(Tie tie)
    {
        if (tie.SuggestedOn is not { } last)
            return DateOnly.MinValue;
        var wait = tie.Seat is { } seat ? Math.Max(ShortestWait, seat.Cadence * Leaning.Stretch(seat.Leaning)) : ShelfWait;
        return last.AddDays((int)Math.Min(wait * (1 << Math.Min(tie.Unanswered, 3)), 36500));
    }
}
