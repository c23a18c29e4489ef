using System.Collections.Frozen;
using System.Globalization;
using Superpower;
using Superpower.Model;

namespace NudgeBot.Commands.Grammar;

/// <summary>The smallest parsers: one word, looked up or read.</summary>
internal static class Words
{
    private static readonly FrozenDictionary<string, int> Numerals = Table(
        ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6),
        ("seven", 7), ("eight", 8), ("nine", 9), ("ten", 10), ("eleven", 11), ("twelve", 12));

    /// <summary>A number of up to five digits, or in words up to twelve.</summary>
    public static TokenListParser<Lexeme, int> Number { get; } = Read(Numeral, "a number");

    /// <summary>What words stand for; several that stand for the same are separated by blanks.</summary>
    public static FrozenDictionary<string, T> Table<T>(params (string Words, T Value)[] rows) =>
        rows.SelectMany(row => row.Words.Split(' ').Select(word => KeyValuePair.Create(word, row.Value))).ToFrozenDictionary();

    /// <summary>One of some words.</summary>
    public static TokenListParser<Lexeme, string> Word(params string[] words) => Read(word => words.Contains(word) ? word : null, string.Join(" or ", words));

    /// <summary>One of some words, for what it stands for.</summary>
    public static TokenListParser<Lexeme, T> Lookup<T>(FrozenDictionary<string, T> words, string expected) where T : struct =>
        Read(word => words.TryGetValue(word, out var value) ? value : (T?)null, expected);

    /// <summary>A word that a combinator over its letters accepts whole.</summary>
    public static TokenListParser<Lexeme, T> Spelled<T>(TextParser<T> spelling, string expected) where T : class =>
        Read(word => spelling.AtEnd().TryParse(word) is { HasValue: true } result ? result.Value : null, expected);

    /// <summary>A word that a function accepts by giving a value.</summary>
    public static TokenListParser<Lexeme, T> Read<T>(Func<string, T?> read, string expected) where T : struct => input =>
        Next(input) is { } word && read(word) is { } value
            ? TokenListParserResult.Value(value, input, input.ConsumeToken().Remainder)
            : TokenListParserResult.Empty<Lexeme, T>(input, [expected]);

    /// <inheritdoc cref="Read{T}(Func{string, T?}, string)"/>
    public static TokenListParser<Lexeme, T> Read<T>(Func<string, T?> read, string expected) where T : class => input =>
        Next(input) is { } word && read(word) is { } value
            ? TokenListParserResult.Value(value, input, input.ConsumeToken().Remainder)
            : TokenListParserResult.Empty<Lexeme, T>(input, [expected]);

    private static string? Next(TokenList<Lexeme> input) =>
        input.ConsumeToken() is { HasValue: true, Value: { Kind: Lexeme.Word } word } ? Sentence.Plain(word) : null;

    private static int? Numeral(string word) =>
        Numerals.TryGetValue(word, out var spoken) ? spoken
        : word.Length <= 5 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed
        : null;
}
