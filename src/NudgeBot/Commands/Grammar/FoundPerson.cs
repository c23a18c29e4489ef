namespace NudgeBot.Commands.Grammar;

/// <summary>A person with the place behind it.</summary>
/// <param name="Name">Who.</param>
/// <param name="Next">The first piece behind the name.</param>
/// <param name="Doubtful">True for unknown words without capitals, with others beside them: they may be text as well.</param>
internal sealed record FoundPerson(PersonName Name, int Next, bool Doubtful = false);

/// <summary>What may stand behind a name, which decides how far a bare name reaches.</summary>
internal enum Following
{
    /// <summary>Nothing, or what the shape itself recognises: "snooze ana lopez 2 weeks".</summary>
    Nothing,

    /// <summary>Text with a connective: "met ana lopez about hiring".</summary>
    Clause,

    /// <summary>Text with or without a connective: "helped bob move house".</summary>
    Sentence,

    /// <summary>Text that must be there: "note ana likes tea".</summary>
    RequiredText,
}

/// <summary>What a piece means for the name before it.</summary>
internal enum Stop
{
    /// <summary>It may belong to the name.</summary>
    None,

    /// <summary>It is a word of sentences, and the words before it may be text already: "thanks bob great work on the deck".</summary>
    Weak,

    /// <summary>Between two persons.</summary>
    Separator,

    /// <summary>Here something else begins, and everything before it was the name: "met ana lopez about".</summary>
    Strong,

    /// <summary>The text is over.</summary>
    End,
}
