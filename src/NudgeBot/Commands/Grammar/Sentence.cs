using System.Text;
using Superpower;
using Superpower.Model;

namespace NudgeBot.Commands.Grammar;

/// <summary>A text cut into pieces, with what every shape asks of it. Pieces are counted from 0; <see cref="Count"/> stands for the end.</summary>
internal sealed class Sentence
{
    /// <summary>Punctuation that ends a word without belonging to it.</summary>
    internal static readonly char[] Trailing = ['.', '!', '?', ':', ')', '\''];

    private static readonly Lexer Lexer = new();

    private readonly string text;
    private readonly List<Token<Lexeme>> pieces = [];
    private readonly List<TokenList<Lexeme>> rests = [];

    private Sentence(string text)
    {
        this.text = text;
        var rest = Lexer.Tokenize(text);
        for (; !rest.IsAtEnd; rest = rest.ConsumeToken().Remainder)
        {
            rests.Add(rest);
            pieces.Add(rest.ConsumeToken().Value);
        }

        rests.Add(rest);
    }

    /// <summary>How many pieces there are.</summary>
    public int Count => pieces.Count;

    /// <summary>The piece at a place.</summary>
    public Token<Lexeme> this[int at] => pieces[at];

    /// <summary>Cuts a text that <see cref="Typed.Clean"/> gave; any other text works as well.</summary>
    public static Sentence Of(string text) => new(text);

    /// <summary>The pieces from a place on, for a combinator.</summary>
    public TokenList<Lexeme> From(int at) => rests[at];

    /// <summary>What the pieces from a place to the end say, or null.</summary>
    public T? Whole<T>(TokenListParser<Lexeme, T> parser, int at = 0) where T : struct =>
        parser(rests[at]) is { HasValue: true, Remainder.IsAtEnd: true } found ? found.Value : null;

    /// <summary>Where a piece begins in the text; the end of the text for the place after the last.</summary>
    public int PositionOf(int at) => at < Count ? pieces[at].Position.Absolute : text.Length;

    /// <summary>The text of the pieces from one place up to another, as typed, without the blanks around it.</summary>
    public string Raw(int from, int to) => from >= to ? "" : text[PositionOf(from)..PositionOf(to)].Trim();

    /// <summary>A word in lower case without the punctuation behind it; empty for any other piece and at the end.</summary>
    public string Word(int at) => at >= 0 && at < Count && pieces[at].Kind is Lexeme.Word ? Plain(pieces[at]) : "";

    /// <summary>A word as keywords are compared.</summary>
    internal static string Plain(Token<Lexeme> word) => word.ToStringValue().TrimEnd(Trailing).ToLowerInvariant();

    /// <summary>What a piece says without its signs: <c>"Ana Lopez"</c>, <c>@ana</c>.</summary>
    public string Inner(int at) => pieces[at].Kind switch
    {
        Lexeme.Quoted => pieces[at].ToStringValue()[1..^1].Trim(),
        Lexeme.Handle => pieces[at].ToStringValue().TrimEnd(Trailing)[1..],
        _ => pieces[at].ToStringValue().TrimEnd(Trailing),
    };

    /// <summary>True when as many pieces from a place on could be a bare name, or a handle with words behind it.</summary>
    public bool IsName(int from, int count) =>
        from + count <= Count
        && Enumerable.Range(from, count).All(at => pieces[at].Kind is Lexeme.Word || (at == from && pieces[at].Kind is Lexeme.Handle));

    /// <summary>A run of pieces as names are compared.</summary>
    public string Folded(int from, int count) => Fold.Name(string.Join(' ', Enumerable.Range(from, count).Select(Inner)));

    /// <summary>True when a piece holds a letter, as every name does.</summary>
    public bool HasLetter(int at) => pieces[at].ToStringValue().EnumerateRunes().Any(Rune.IsLetter);

    /// <summary>True when a word begins with a capital letter.</summary>
    public bool IsCapitalised(int at) => at < Count && Rune.IsUpper(pieces[at].ToStringValue().EnumerateRunes().First());
}
