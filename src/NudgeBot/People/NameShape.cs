using System.Globalization;
using NudgeBot.Commands.Grammar;

namespace NudgeBot.People;

/// <summary>Makes a presentable name of what was typed in a hurry: "priya natarajan" and "priya.natarajan@example.com" are Priya Natarajan.</summary>
internal static class NameShape
{
    private static readonly char[] Joints = ['.', '_'];

    /// <summary>The name to store. What stands in quotes, or has a capital letter somewhere, was meant as it is.</summary>
    public static string Of(PersonName name) => name switch
    {
        PersonName.Email email => OfAddress(email.Address),
        PersonName.Handle handle => Capitalised(string.Join(' ', handle.Name.Split(Joints, StringSplitOptions.RemoveEmptyEntries))),
        PersonName.Bare bare => Capitalised(bare.Name),
        _ => name.Shown,
    };

    // "ana.lopez" is a name, "info" and "x23" may be anything and stay an address.
    private static string OfAddress(string address)
    {
        var words = address.Split('@')[0].Split(Joints, StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && words.All(word => word.All(letter => char.IsLetter(letter) || letter == '-'))
            ? Capitalised(string.Join(' ', words).ToLowerInvariant())
            : address;
    }

    private static string Capitalised(string name) =>
        name.Any(char.IsUpper)
            ? name
            : string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((word, index) => index > 0 && NameWords.IsParticle(word) ? word : Capital(word)));

    private static string Capital(string word)
    {
        var first = StringInfo.GetNextTextElement(word);
        return first.ToUpperInvariant() + word[first.Length..];
    }
}
