using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NudgeBot.Ledger;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Ledger;

public sealed partial class StoryTests
{
    private static readonly Gen<StoryEvent> AnyEvent = Gen.Select(
        Gen.Int[0, 20_000].Select(days => new DateOnly(1980, 1, 1).AddDays(days)), Gen.Enum<StoryEventKind>(),
        Gen.OneOf("", "the board deck", "moving house", "introducing me to Priya", "a reference", "Acme", "wrote my talk.", "line\nbreak"),
        (on, kind, text) => new StoryEvent(on, kind, text));

    [Fact]
    public async Task The_years_are_told_with_employers_and_what_came_back()
    {
        await using var bot = new TestBot();
        foreach (var line in new[]
        {
            "helped \"Ana Silva\" with the board deck on 2016-03-01", "helped \"Ana Silva\" with her visa on 2019-05-12", "thanks \"Ana Silva\" for the intro to Priya on 2022-07-01",
            "met \"Ana Silva\" on 2026-05-04", "needs \"Ana Silva\" a QA lead",
        })
        {
            await bot.SayAsync("ana", line);
        }

        await bot.EditAsync("Ana Silva", new { name = "Ana Silva", employer = "Acme", since = "2017-01-01" });
        var story = await bot.AnswerAsync("ana", "story \"Ana Silva\"");

        Assert.Equal(
            "You have known Ana Silva since 2016, when you helped Ana with the board deck. A year later Ana was at Acme. Two years later you helped Ana with her visa. "
            + "In 2022 Ana helped you with the intro to Priya. You were last in touch with Ana in May 2026. Ana could use help now: a QA lead.",
            story);
    }

    [Fact]
    public async Task A_story_is_told_in_the_members_language()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("ana", "helped bob with the board deck on 2016-03-01");
        await bot.SayAsync("ana", "thanks bob for the intro on 2019-05-12");
        await ThanksTests.SpeakGermanAsync(bot, "ana");

        Assert.Equal(
            "Du kennst Bob Tanaka seit 2016; damals hast du Bob geholfen: „the board deck“. Drei Jahre später hat Bob dir geholfen: „the intro“. Zuletzt hattest du im Mai 2019 Kontakt mit Bob.",
            await bot.AnswerAsync("ana", "story bob"));
    }

    [Fact]
    public void No_story_holds_any_number_but_years() => Gen.Select(AnyEvent.Array[0, 60], Gen.OneOf("en", "de")).Sample((events, language) =>
    {
        var told = Tell(events, language);

        Assert.All(Digits().Matches(told), number => Assert.Matches("^(19[89]|20[0-3])[0-9]$", number.Value));
        Assert.DoesNotMatch(Scorekeeping(), told);
    }, iter: 500);

    [Fact]
    public void A_story_is_no_longer_when_there_was_more_of_the_same() => AnyEvent.Array[1, 20].Sample(events =>
        Assert.Equal(Tell(events, "en"), Tell([.. events, .. events.Select(one => one with { })], "en")), iter: 200);

    private static string Tell(StoryEvent[] events, string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var factory = new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance);
        var since = events.Select(one => one.On).Append(new DateOnly(2026, 11, 23)).Min();
        return new Story(new StringLocalizer<LedgerText>(factory)).Tell(
            new StoryFacts("Ana Lopez", since, events, events.Length == 0 ? null : events.Max(one => one.On), []), CultureInfo.CurrentUICulture);
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"score|rank|streak|\bowes?\b|balance|points|top \d+|times|total|\bmal\b|insgesamt", RegexOptions.IgnoreCase)]
    private static partial Regex Scorekeeping();
}
