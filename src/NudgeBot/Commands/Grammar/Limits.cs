namespace NudgeBot.Commands.Grammar;

/// <summary>How much of anything a command may hold.</summary>
internal static class Limits
{
    /// <summary>Characters of a record's text.</summary>
    internal const int Text = 2000;

    /// <summary>Characters of a name.</summary>
    internal const int Name = 200;

    /// <summary>Persons in one record.</summary>
    internal const int Persons = 20;

    /// <summary>The largest count that <c>next</c> takes.</summary>
    internal const int Count = 50;

    /// <summary>The error for a text that is too long, or null.</summary>
    internal static GrammarError? TooLong(string text, int position) =>
        text.Length > Text ? new GrammarError(GrammarErrorKind.TooLong, position, Limit: Text) : null;

    /// <summary>The error for a name that is too long, or null.</summary>
    internal static GrammarError? TooLong(PersonName name) =>
        name.Shown.Length > Name || name is PersonName.Mention { Account.Length: > Name }
            ? new GrammarError(GrammarErrorKind.TooLong, name.Position, Limit: Name)
            : null;
}
