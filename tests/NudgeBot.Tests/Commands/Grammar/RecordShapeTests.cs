using NudgeBot.Commands.Grammar;

namespace NudgeBot.Tests.Commands.Grammar;

/// <summary>How a record falls into persons, text and date. Today is Sunday, 22 November 2026.</summary>
public sealed class RecordShapeTests
{
    [Theory]
    // The examples of the product
    [InlineData("helped", "<@U1> with the board deck", "", "m:U1", "the board deck", null)]
    [InlineData("helped", "<@U1|Ana> with the board deck yesterday", "", "m:U1(Ana)", "the board deck", "2026-11-21")]
    [InlineData("helped", "@ana and bob with the board deck yesterday", "", "h:ana,bob", "the board deck", "2026-11-21")]
    [InlineData("thanks", "@bob for the intro to Priya on 12 May", "", "h:bob", "the intro to Priya", "2026-05-12")]
    [InlineData("met", "Ana Lopez, chen about hiring last tuesday", "", "Ana Lopez,chen", "hiring", "2026-11-17")]
    [InlineData("met", "ana yesterday", "", "ana", null, "2026-11-21")]
    [InlineData("met", "ana in berlin", "ana", "ana", "in berlin", null)]
    // Ways to name persons
    [InlineData("helped", "ana@x.example, \"Bob Roe\" & @chen.wu with x", "", "e:ana@x.example,q:Bob Roe,h:chen.wu", "x", null)]
    [InlineData("met", "Seán O'Brien-Núñez Jr. about x", "", "Seán O'Brien-Núñez Jr", "x", null)]
    [InlineData("met", "@Ana Lopez about x", "ana lopez", "h:Ana Lopez", "x", null)]
    [InlineData("met", "with ana, bob, and chen about x", "", "ana,bob,chen", "x", null)]
    [InlineData("met", "ana + bob", "", "ana,bob", null, null)]
    [InlineData("helped", "Sunday with the deck", "", "Sunday", "the deck", null)]
    // No connective: known names decide, then capitals, then the first word
    [InlineData("helped", "bob move house", "bob", "bob", "move house", null)]
    [InlineData("helped", "ana lopez move house", "ana,ana lopez", "ana lopez", "move house", null)]
    [InlineData("helped", "Zoe Miller move house today", "", "Zoe Miller", "move house", "2026-11-22")]
    [InlineData("helped", "zoe move the piano", "", "zoe", "move the piano", null)]
    [InlineData("helped", "bob fix and test the build", "bob", "bob", "fix and test the build", null)]
    [InlineData("met", "zoe miller yesterday", "", "zoe miller", null, "2026-11-21")]
    [InlineData("met", "ana lopez smith about x", "ana", "ana lopez smith", "x", null)]
    [InlineData("helped", "Ana Smith with x", "ana", "Ana Smith", "x", null)]
    [InlineData("helped", "bob pack with care", "bob", "bob", "pack with care", null)]
    [InlineData("met", "Zoe van der Meer in berlin", "", "Zoe van der Meer", "in berlin", null)]
    [InlineData("met", "zoe miller in berlin", "", "zoe miller", "in berlin", null)]
    [InlineData("thanks", "bob great work on the deck", "bob", "bob", "great work on the deck", null)]
    [InlineData("thanks", "Bob great work on the deck", "", "Bob", "great work on the deck", null)]
    [InlineData("met", "ana @ berlin", "", "ana", "@ berlin", null)]
    [InlineData("thanks", "bob 🎉", "", "bob", "🎉", null)]
    // Names that are words of sentences too
    [InlineData("helped", "will with the deck", "", "will", "the deck", null)]
    [InlineData("met", "Will Smith, Li An and he wei about x", "", "Will Smith,Li An,he wei", "x", null)]
    [InlineData("met", "The Who about x", "the who", "The Who", "x", null)]
    [InlineData("met", "April about May", "", "April", "May", null)]
    // Several words that nobody knows, among persons
    [InlineData("met", "ana lopez, chen wu and bob about hiring", "", "ana lopez,chen wu,bob", "hiring", null)]
    [InlineData("met", "ana and zoe miller", "", "ana,zoe miller", null, null)]
    [InlineData("helped", "bob, chen wu with x", "", "bob,chen wu", "x", null)]
    // Text that begins like another person
    [InlineData("thanks", "bob, great work, much appreciated", "bob", "bob", "great work, much appreciated", null)]
    [InlineData("thanks", "bob, great work on the deck", "", "bob", "great work on the deck", null)]
    [InlineData("thanks", "bob and really appreciate you", "", "bob", "and really appreciate you", null)]
    [InlineData("helped", "bob and fixed things", "", "bob", "and fixed things", null)]
    [InlineData("thanks", "bob, great work", "bob", "bob", "great work", null)]
    [InlineData("thanks", "bob, you saved the day", "", "bob", "you saved the day", null)]
    [InlineData("met", "ana and her team", "", "ana", "and her team", null)]
    // A date directly behind the persons
    [InlineData("met", "ana yesterday about hiring", "", "ana", "hiring", "2026-11-21")]
    [InlineData("helped", "bob on 12 May 2019 with the move", "", "bob", "the move", "2019-05-12")]
    [InlineData("met", "ana last tuesday in berlin", "", "ana", "in berlin", "2026-11-17")]
    // A date at the end
    [InlineData("thanks", "dora for the talk on friday", "", "dora", "the talk", "2026-11-20")]
    [InlineData("thanks", "dora for the talk on friday!", "", "dora", "the talk", "2026-11-20")]
    [InlineData("thanks", "dora for the talk, yesterday 🎉", "", "dora", "the talk", "2026-11-21")]
    [InlineData("helped", "bob with the deck 3 weeks ago", "", "bob", "the deck", "2026-11-01")]
    // A word that ties the date to the text
    [InlineData("helped", "bob with the plan for next monday", "", "bob", "the plan for next monday", null)]
    [InlineData("thanks", "bob for yesterday", "", "bob", "yesterday", null)]
    [InlineData("helped", "bob with the 12 May", "", "bob", "the 12 May", null)]
    [InlineData("helped", "bob move the demo to friday", "bob", "bob", "move the demo to friday", null)]
    [InlineData("helped", "bob learn Go in 2 weeks", "bob", "bob", "learn Go in 2 weeks", null)]
    [InlineData("thanks", "bob for \"see you on friday\"", "", "bob", "\"see you on friday\"", null)]
    [InlineData("helped", "bob with the report due friday", "", "bob", "the report due friday", null)]
    // A future date is given, for the command to refuse
    [InlineData("helped", "bob with the deck tomorrow", "", "bob", "the deck", "2026-11-23")]
    [InlineData("met", "ana in 2 weeks", "", "ana", null, "2026-12-06")]
    // The text stays as typed
    [InlineData("helped", "bob:  The  «Deck»\nand more ", "", "bob", "The  «Deck»\nand more", null)]
    [InlineData("helped", "bob - the deck", "", "bob", "the deck", null)]
    [InlineData("helped", "bob:the deck at 15:00", "", "bob", "the deck at 15:00", null)]
    public void A_record_falls_into_who_what_and_when(string verb, string text, string known, string who, string? what, string? on)
    {
        var parsed = Shapes.Record(text, Some.Context(known), Behind(verb));

        Assert.Null(parsed.Error);
        Assert.Equal((who, what, on), (string.Join(',', parsed.Value.Who.Select(Some.Written)), parsed.Value.What, Some.Written(parsed.Value.On)));
    }

    [Theory]
    [InlineData("", "MissingPerson@0")]
    [InlineData("yesterday", "MissingPerson@0")]
    [InlineData("the board deck", "MissingPerson@0")]
    [InlineData("and and , , @", "MissingPerson@0")]
    [InlineData("\"ana with the deck", "UnclosedQuote@0")]
    [InlineData("ana with", "MissingText@8")]
    [InlineData("ana with the deck 31 Feb", "NoSuchDate@18")]
    [InlineData("ana with the deck on 2019-13-40", "NoSuchDate@21")]
    [InlineData("ana with the deck 12/05/2019", "AmbiguousDate@18")]
    public void What_is_wrong_has_its_place(string text, string error) =>
        Assert.Equal(error, Some.Written(Shapes.Record(text, Some.Context(), Connectives.Helped).Error));

    [Fact]
    public void Limits_are_errors_that_name_them()
    {
        var long2001 = Shapes.Record($"ana with {new string('x', 2001)}", Some.Context(), Connectives.Helped);
        var long2000 = Shapes.Record($"ana with {new string('x', 2000)}", Some.Context(), Connectives.Helped);
        var crowd = Shapes.Record(string.Join(", ", Enumerable.Repeat("ana", 21)), Some.Context(), Connectives.Helped);
        var name = Shapes.Record(new string('x', 201), Some.Context(), Connectives.Helped);

        Assert.Equal((GrammarErrorKind.TooLong, 2000), (long2001.Error?.Kind, long2001.Error?.Limit));
        Assert.True(long2000.Ok);
        Assert.Equal((GrammarErrorKind.TooManyPersons, 20), (crowd.Error?.Kind, crowd.Error?.Limit));
        Assert.Equal((GrammarErrorKind.TooLong, 200), (name.Error?.Kind, name.Error?.Limit));
    }

    private static Connectives Behind(string verb) => verb switch
    {
        "helped" => Connectives.Helped,
        "thanks" => Connectives.Thanks,
        _ => Connectives.Met,
    };
}
