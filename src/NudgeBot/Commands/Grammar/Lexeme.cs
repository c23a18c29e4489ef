namespace NudgeBot.Commands.Grammar;

/// <summary>The kinds of pieces that a text falls into.</summary>
internal enum Lexeme
{
    /// <summary>Anything between blanks that is none of the others: words, numbers, dates, times.</summary>
    Word,

    /// <summary><c>&lt;@account&gt;</c> or <c>&lt;@account|label&gt;</c>.</summary>
    Mention,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary><c>@ana</c>.</summary>
    Handle,

    /// <summary>A name in double quotes.</summary>
    Quoted,

    /// <summary>A comma or semicolon.</summary>
    Comma,

    /// <summary>An ampersand.</summary>
    Ampersand,

    /// <summary>A colon at the end of a word.</summary>
    Colon,

    /// <summary>A double quote that opens nothing.</summary>
    Quote,
}
