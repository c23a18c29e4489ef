using System.Globalization;
using NudgeBot.Commands.Grammar;

namespace NudgeBot.Tests.Commands.Grammar;

/// <summary>Values for grammar tests. Today is Sunday, 22 November 2026.</summary>
internal static class Some
{
    public static DateOnly Today { get; } = new(2026, 11, 22);

    public static ParseContext Context(string known = "") =>
        new(Today, known.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Fold.Name).ToHashSet());

    /// <summary>A person as the tables write it: m:account(label), e:address, h:handle, q:quoted, else bare.</summary>
    public static string Written(PersonName person) => person switch
    {
        PersonName.Mention mention => $"m:{mention.Account}{(mention.Label is null ? "" : $"({mention.Label})")}",
        PersonName.Email email => $"e:{email.Address}",
        PersonName.Handle handle => $"h:{handle.Name}",
        PersonName.Quoted quoted => $"q:{quoted.Name}",
        _ => person.Shown,
    };

    public static string? Written(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An error as the tables write it: kind@position.</summary>
    public static string Written(GrammarError? error) => error is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{error.Kind}@{error.Position}");
}
