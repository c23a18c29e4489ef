using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NudgeBot.Circle;
using NudgeBot.Ledger;
using NudgeBot.Nudges;

namespace NudgeBot.Tests.Nudges;

public sealed class WhyTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    private static readonly Why Why =
        new(new StringLocalizer<NudgeText>(new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance)));

    [Fact]
    public void A_pair_with_a_rhythm_hears_it_and_the_record_behind()
    {
        WordingTests.Speak("en");
        var tie = Every(10, first: 35);

        Assert.Equal(
            "Contacts with Ana usually lie about ten days apart; the last was five weeks ago, on 20 October. "
            + "Unless one of you writes, the next four weeks will probably pass without a word; the last thing on record is “the board deck”, 20 October.",
            Why.Say(WordingTests.PickOf(tie), Today));
    }

    [Theory]
    // A cadence set by hand, the ring's, and none at all.
    [InlineData(42, "You asked for a word with Ana at intervals of six weeks; the last contact was two months ago, on 15 September.")]
    [InlineData(0, "There is little history with Ana yet, so an interval of four weeks is assumed; the last contact was two months ago, on 15 September.")]
    [InlineData(null, "Ana is on your shelf; the last time was two months ago, on 15 September.")]
    public void Little_history_is_said_to_be_little(int? cadence, string expected)
    {
        WordingTests.Speak("en");
        var tie = WordingTests.Known("Ana", new Recorded(Guid.Empty, EntryKind.Gave, "the board deck", Today.AddDays(-70))) with
        {
            Seat = cadence is { } days ? new(Ring.Close, days > 0 ? days : null, "", Today.AddDays(-900)) : null,
        };

        Assert.StartsWith(expected, Why.Say(WordingTests.PickOf(tie), Today), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.99, "almost surely pass")]
    [InlineData(0.95, "almost surely pass")]
    [InlineData(0.94, "probably pass")]
    [InlineData(0.65, "probably pass")]
    [InlineData(0.64, "either way")]
    [InlineData(0.35, "either way")]
    [InlineData(0.34, "be in touch within")]
    public void The_word_for_the_coming_weeks_follows_the_number(double staysSilent, string expected)
    {
        WordingTests.Speak("en");
        var pick = WordingTests.PickOf(Every(10, first: 35));

        Assert.Contains(expected, Why.Say(pick with { Outlook = pick.Outlook with { StaysSilent = staysSilent } }, Today), StringComparison.Ordinal);
    }

    [Fact]
    public void A_need_is_given_as_the_reason_and_received_help_never_as_a_claim()
    {
        WordingTests.Speak("en");
        var needs = Every(10, first: 35) with { Open = [new(Guid.Empty, EntryKind.Need, "a QA lead", Today.AddDays(-3))] };

        Assert.EndsWith("and there is an open need to help with: “a QA lead”, noted on 21 November.", Why.Say(WordingTests.PickOf(needs), Today), StringComparison.Ordinal);
    }

    [Fact]
    public void On_the_shelf_it_is_a_turn()
    {
        WordingTests.Speak("de");
        var pick = WordingTests.PickOf(WordingTests.Known("Ana")) with { Slot = Slot.Shelf };

        Assert.EndsWith("Im Regal kommen alle an die Reihe, und Ana war es noch nicht.", Why.Say(pick, Today), StringComparison.Ordinal);
    }

    private static Tie Every(int days, int first) => WordingTests.Known(
        "Ana", [.. Enumerable.Range(0, 8).Select(i => new Recorded(Guid.Empty, EntryKind.Gave, "the board deck", Today.AddDays(-first - (7 - i) * days)))]) with
    {
        Seat = new(Ring.Close, null, "", Today.AddDays(-900)),
    };
}
