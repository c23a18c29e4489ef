namespace NudgeBot.Nudges.Sending;

/// <summary>Why a person got a place in a message.</summary>
internal enum SuggestionSlot
{
    /// <summary>Current, and easy to write to.</summary>
    Easy,

    /// <summary>Due, drifting or dormant in the circle.</summary>
    Due,

    /// <summary>From the shelf.</summary>
    Shelf,

    /// <summary>The member asked to be reminded on this day.</summary>
    FollowUp,

    /// <summary>Suggested often without an answer: shall it go on?</summary>
    Question,

    /// <summary>Planned three days ago: did it come about?</summary>
    Happened,
}
