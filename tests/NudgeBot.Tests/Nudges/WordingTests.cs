using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using CsCheck;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NudgeBot.Circle;
using NudgeBot.Ledger;
using NudgeBot.Nudges;

namespace NudgeBot.Tests.Nudges;

public sealed partial class WordingTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    private static readonly StringLocalizer<NudgeText> Text =
        new(new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance));

    private static readonly Gen<Recorded> Records = Gen.Select(
        Gen.Guid, Gen.OneOf(EntryKind.Gave, EntryKind.Received, EntryKind.Touch, EntryKind.Note), Gen.OneOf("the board deck", "hiring in Porto", ""), Gen.Int[0, 5000],
        (id, kind, text, ago) => new Recorded(id, kind, text, Today.AddDays(-ago)));

    private static readonly Gen<Recorded> Held = Gen.Select(
        Gen.Guid, Gen.Bool, Gen.Int[0, 400], (id, need, ago) =>
            new Recorded(id, need ? EntryKind.Need : EntryKind.FollowUp, need ? "a QA lead" : "ask about the launch", Today.AddDays(-ago), need ? null : Today.AddDays(-ago / 9)));

    private static readonly Gen<Tie> Ties = Gen.Select(
        Gen.Guid, Gen.OneOf("Ana", "Bob", "Chen", "Dora"), Gen.Int[0, 6000], Gen.Bool, Records.Array[0, 6], Held.Array[0, 1], Gen.Bool,
        (id, name, known, seated, records, held, asks) => new Tie(id, name, Today.AddDays(-known))
        {
            Seat = seated ? new(Ring.Close, known % 3 == 0 ? 42 : null, known % 2 == 0 ? "we think alike" : "", Today.AddDays(-known)) : null,
            Records = [.. records.OrderBy(record => record.On)],
            Open = held,
            Asks = asks && seated && known % 5 == 0 ? [new(id, "a flat in Porto", Today)] : [],
            SuggestedOn = known % 7 == 0 ? Today.AddDays(-400) : null,
        });

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void A_thousand_nudges_name_the_person_and_the_record_and_never_keep_accounts(string language)
    {
        Gen.Select(Ties.Array[1, 8], Gen.Int[0, 1000]).Sample((ties, turn) =>
        {
            Speak(language);
            foreach (var pick in Planner.Plan(new(Today, ties)).Picks)
            {
                var said = new Wording(Text).Say(pick, turn, Today);
                var why = new Why(Text).Say(pick, Today);

                Assert.Contains(pick.Tie.Name, said, StringComparison.Ordinal);
                Assert.DoesNotMatch(Accounts(), said + why);
                Assert.DoesNotContain("{", said + why, StringComparison.Ordinal);
                if (pick is { Cited: { } cited, Situation: not Situation.NewSeat })
                    Assert.Contains(cited.Text, said, StringComparison.Ordinal);
                if (pick is { Cited: { } behind, Slot: not Slot.Shelf })
                    Assert.Contains(behind.Text, why, StringComparison.Ordinal);
            }
        }, iter: 1000);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void No_text_keeps_accounts_whatever_is_said(string language)
    {
        Assert.All(Strings(language).Values, said => Assert.DoesNotMatch(Accounts(), said));
    }

    [Fact]
    public void Both_languages_say_the_same_things()
    {
        var (english, german) = (Strings("en"), Strings("de"));

        Assert.Equal(english.Keys.Order(), german.Keys.Order());
        Assert.All(english, said => Assert.Equal(Holes(said.Value), Holes(german[said.Key])));
    }

    [Fact]
    public void Fifty_in_a_row_never_say_the_same_twice_running()
    {
        Speak("en");
        Tie[] ties =
        [
            Known("Ana", new Recorded(Guid.Empty, EntryKind.Gave, "the board deck", Today.AddDays(-60))),
            Known("Ana", new Recorded(Guid.Empty, EntryKind.Touch, "hiring", Today.AddDays(-1500))),
            Known("Ana", new Recorded(Guid.Empty, EntryKind.Received, "the intro", Today.AddDays(-600))),
            Known("Ana"),
        ];

        foreach (var tie in ties)
        {
            List<string> said = [.. Enumerable.Range(0, 50).Select(turn => new Wording(Text).Say(PickOf(tie), turn, Today))];

            Assert.All(said.Zip(said.Skip(1)), pair => Assert.NotEqual(pair.First, pair.Second));
        }
    }

    [Theory]
    [InlineData(0, "a few hours", "wenigen Stunden")]
    [InlineData(1, "a day", "einem Tag")]
    [InlineData(13, "thirteen days", "dreizehn Tagen")]
    [InlineData(14, "two weeks", "zwei Wochen")]
    [InlineData(50, "seven weeks", "sieben Wochen")]
    [InlineData(63, "two months", "zwei Monaten")]
    [InlineData(400, "thirteen months", "dreizehn Monaten")]
    [InlineData(1100, "three years", "drei Jahren")]
    [InlineData(13 * 366, "thirteen years", "dreizehn Jahren")]
    public void Stretches_of_time_are_words(int days, string english, string german)
    {
        Speak("en");
        Assert.Equal(english, new Phrases(Text).Span(days));

        Speak("de");
        Assert.Equal(german, new Phrases(Text).Span(days));
    }

    [Fact]
    public void Without_any_record_it_says_something_plain()
    {
        Speak("en");

        Assert.Equal("Nothing is recorded with Ana yet. Say hello and ask what Ana is working on.", new Wording(Text).Say(PickOf(Known("Ana")), 0, Today));
    }

    [Fact]
    public void A_long_record_is_shortened_at_a_word()
    {
        Speak("en");
        var tie = Known("Ana", new Recorded(Guid.Empty, EntryKind.Touch, string.Join(' ', Enumerable.Repeat("hiring\nplans", 100)), Today.AddDays(-60)));

        var said = new Wording(Text).Say(PickOf(tie), 0, Today);

        Assert.InRange(said.Length, 150, 300);
        Assert.Matches("“(hiring plans )+hiring…”|“(hiring plans )+hiring plans…”", said);
    }

    [Fact]
    public void A_silence_is_told_with_its_record_and_one_small_act()
    {
        var tie = Known("Ana", new Recorded(Guid.Empty, EntryKind.Gave, "the board deck", Today.AddDays(-50)));

        Speak("en");
        Assert.Equal("It has been seven weeks with Ana. You helped with this: “the board deck” (5 October). Ask how it turned out.", new Wording(Text).Say(PickOf(tie), 0, Today));

        Speak("de");
        Assert.Equal("Mit Ana war das letzte Mal vor sieben Wochen. Du hast geholfen: „the board deck“ (5. Oktober). Frag, wie es ausgegangen ist.", new Wording(Text).Say(PickOf(tie), 0, Today));
    }

    internal static void Speak(string language) =>
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

    internal static Pick PickOf(Tie tie)
    {
        var outlook = tie.Judge(Today);
        var moment = Moment.Of(tie, outlook, Today);
        return new(tie, Slot.Due, moment.Situation, outlook, moment.Cited, moment.Ask);
    }

    internal static Tie Known(string name, params Recorded[] records) => new(Guid.Empty, name, Today.AddDays(-5000)) { Records = records };

    private static Dictionary<string, string> Strings(string language) =>
        new ResourceManager(typeof(NudgeText)).GetResourceSet(CultureInfo.GetCultureInfo(language == "en" ? "" : language), createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    private static IEnumerable<string> Holes(string said) => Hole().Matches(said).Select(match => match.Value).Distinct().Order();

    [GeneratedRegex(@"score|rank|streak|owe|owes|balance|leaderboard|points|top \d+", RegexOptions.IgnoreCase)]
    private static partial Regex Accounts();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Hole();
}
