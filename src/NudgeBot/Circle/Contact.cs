namespace NudgeBot.Circle;

/// <summary>One contact of a pair, seen from the member's side.</summary>
/// <param name="Day">The date on which it happened.</param>
/// <param name="Kind">Who acted.</param>
internal readonly record struct Contact(DateOnly Day, ContactKind Kind);

/// <summary>Who acted in a <see cref="Contact"/>.</summary>
internal enum ContactKind
{
    /// <summary>Both were engaged: a touch, or a help that the member gave.</summary>
    Both,

    /// <summary>The member acted alone, such as a message sent.</summary>
    Out,

    /// <summary>The other one acted alone, such as a message received.</summary>
    In,

    /// <summary>
    /// The member received help. It ends the silence like any record, and weighs nothing else:
    /// having received help from somebody never moves them up (needs count, not balances).
    /// </summary>
    Received,
}
