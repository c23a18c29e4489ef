using NudgeBot.Circle;

namespace NudgeBot.Nudges;

/// <summary>What <see cref="Ranking"/> makes of one pair. Its terms are what <c>why</c> tells; its value is never shown.</summary>
/// <param name="SilentDays">The days since the latest contact.</param>
/// <param name="RhythmDays">The pair's rhythm, drawn toward the cadence while there is little history.</param>
/// <param name="UsualDays">The pair's usual gap, or else the cadence: the rhythm that the words for the state rest on.</param>
/// <param name="IsOwnRhythm">Whether the pair has enough history for a usual gap of its own.</param>
/// <param name="Faded">The probability that the pair has already stopped.</param>
/// <param name="StaysSilent">The probability that the coming four weeks pass without a contact unless somebody acts.</param>
/// <param name="Weight">How much the tie has mattered, 1 or more.</param>
/// <param name="Good">The expected good of acting now.</param>
/// <param name="Stretch">By how much the member's answers have stretched the rhythm; it is in both lengths of it already.</param>
internal readonly record struct Outlook(
    int SilentDays, double RhythmDays, double UsualDays, bool IsOwnRhythm, double Faded, double StaysSilent, double Weight, double Good, double Stretch)
{
    /// <summary>The usual gap or the cadence as it is without the member's answers.</summary>
    public double UnstretchedDays => UsualDays / Stretch;

    /// <summary>The word for how the tie stands.</summary>
    public TieState State => TieStates.Of(SilentDays, UsualDays);
}
