using Superpower;
using Superpower.Model;
using Superpower.Parsers;
using Spans = Superpower.Parsers.Span;

namespace NudgeBot.Commands.Grammar;

/// <summary>Cuts a text into <see cref="Lexeme"/>s. Every text can be cut, in time that grows with its length.</summary>
internal sealed class Lexer : Tokenizer<Lexeme>
{
    private static readonly TextParser<TextSpan> Mention = Spans.MatchedBy(
        from open in Spans.EqualTo("<@")
        from account in Spans.WithAll(letter => letter is not ('<' or '>' or '|') && !char.IsWhiteSpace(letter))
        from label in Character.EqualTo('|').IgnoreThen(Spans.WithAll(letter => letter is not ('<' or '>' or '\n'))).OptionalOrDefault(TextSpan.Empty)
        from close in Character.EqualTo('>')
        select Unit.Value);

    private static readonly TextParser<TextSpan> Quoted = Spans.MatchedBy(
        from open in Character.EqualTo('"')
        from name in Spans.WithAll(letter => letter is not ('"' or '\n'))
        from close in Character.EqualTo('"')
        select Unit.Value);

    private static readonly TextParser<Unit> Email =
        from local in Spans.WithAll(letter => letter is not ('@' or '<' or '>' or '(' or ')'))
        from at in Character.EqualTo('@')
        from labels in Spans.WithAll(letter => char.IsLetterOrDigit(letter) || letter == '-').AtLeastOnceDelimitedBy(Character.EqualTo('.'))
        where labels.Length > 1
        select Unit.Value;

    protected override IEnumerable<Result<Lexeme>> Tokenize(TextSpan span)
    {
        for (var rest = SkipBlanks(span); !rest.IsAtEnd; rest = SkipBlanks(rest))
        {
            var next = Next(rest);
            yield return next;
            rest = next.Remainder;
        }
    }

    private static Result<Lexeme> Next(TextSpan rest)
    {
        if (Mention(rest) is { HasValue: true } mention)
            return Result.Value(Lexeme.Mention, rest, mention.Remainder);
        if (Quoted(rest) is { HasValue: true } quoted)
            return Result.Value(Lexeme.Quoted, rest, quoted.Remainder);

        Lexeme? mark = rest[0] switch
        {
            ',' or ';' => Lexeme.Comma,
            '&' => Lexeme.Ampersand,
            '"' => Lexeme.Quote,
            ':' when EndsWord(rest, 0) => Lexeme.Colon,
            _ => null,
        };
        if (mark is { } single)
            return Result.Value(single, rest, rest.Skip(1));

        var length = 1;
        while (length < rest.Length && !EndsWord(rest, length))
            length++;
        return Result.Value(KindOf(rest.First(length)), rest, rest.Skip(length));
    }

    // True at a letter that no word holds, and at a colon behind a letter or before a blank: "ana: tea", "ana:tea", but "15:00", "https://".
    private static bool EndsWord(TextSpan rest, int at) =>
        rest[at] is ',' or ';' or '&' or '"' || char.IsWhiteSpace(rest[at]) || (rest[at] == ':' && EndsWord(rest.Source!, rest.Position.Absolute + at));

    private static bool EndsWord(string text, int colon) =>
        colon + 1 == text.Length
        || char.IsWhiteSpace(text[colon + 1])
        || (colon > 0 && char.IsLetter(text[colon - 1]) && text[colon + 1] != '/');

    private static Lexeme KindOf(TextSpan word)
    {
        var plain = word.ToStringValue().TrimEnd(Sentence.Trailing);
        if (plain is ['@', _, ..] && plain.Any(char.IsLetterOrDigit))
            return Lexeme.Handle;
        return plain.Contains('@', StringComparison.Ordinal) && Email.IsMatch(new TextSpan(plain)) ? Lexeme.Email : Lexeme.Word;
    }

    private static TextSpan SkipBlanks(TextSpan span)
    {
        var blanks = 0;
        while (blanks < span.Length && char.IsWhiteSpace(span[blanks]))
            blanks++;
        return span.Skip(blanks);
    }
}
