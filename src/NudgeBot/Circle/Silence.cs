namespace NudgeBot.Circle;

/// <summary>How long a pair has been silent.</summary>
internal static class Silence
{
    /// <summary>
    /// The days since the latest contact of both, or since the choice. Received help can only shorten it, so that no record of it
    /// moves a person up.
    /// </summary>
    /// <param name="contacts">Sorted by day, oldest first.</param>
    /// <param name="chosenOn">When the person was chosen: where the silence begins for a pair without a contact of both.</param>
    /// <param name="today">The member's date.</param>
    public static int Days(ReadOnlySpan<Contact> contacts, DateOnly chosenOn, DateOnly today)
    {
        var sinceChoice = Math.Max(0, today.DayNumber - chosenOn.DayNumber);
        if (contacts.IsEmpty)
            return sinceChoice;
        var sinceLast = Math.Max(0, today.DayNumber - contacts[^1].Day.DayNumber);
        foreach (var contact in contacts)
        {
            if (contact.Kind != ContactKind.Received)
                return sinceLast;
        }

        return Math.Min(sinceLast, sinceChoice);
    }
}
