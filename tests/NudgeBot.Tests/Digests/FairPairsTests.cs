using CsCheck;
using NudgeBot.Digests;

namespace NudgeBot.Tests.Digests;

public sealed class FairPairsTests
{
    private static readonly DateOnly Start = new(2026, 11, 27);

    // Up to nine members, any of the ties between them, some of them in touch lately.
    private static readonly Gen<(string[] Members, Tie[] Ties)> Circles =
        from count in Gen.Int[2, 9]
        let members = Enumerable.Range(0, count).Select(index => ((char)('a' + index)).ToString()).ToArray()
        let pairs = members.SelectMany((first, index) => members.Skip(index + 1).Select(second => (first, second))).ToArray()
        from chosen in Gen.Shuffle(pairs, 0, pairs.Length)
        from silence in Gen.Int[0, 4000].Array[chosen.Length]
        select (members, chosen.Select((pair, at) => new Tie(pair.first, pair.second, Start.AddDays(-silence[at]), null)).ToArray());

    [Fact]
    public void The_longest_silent_are_suggested_first_and_nobody_twice()
    {
        Tie[] ties = [Silent("ana", "bob", 100), Silent("ana", "chen", 200), Silent("dora", "emil", 70)];

        var chosen = FairPairs.Choose(["ana", "bob", "chen", "dora", "emil"], ties, Start);

        Assert.Equal([ties[1], ties[2]], chosen);
    }

    [Theory]
    [InlineData(59, 0)]
    [InlineData(60, 1)]
    public void Who_was_in_touch_lately_is_left_in_peace(int days, int expected)
    {
        var chosen = FairPairs.Choose(["ana", "bob"], [Silent("ana", "bob", days)], Start);

        Assert.Equal(expected, chosen.Count);
    }

    [Fact]
    public void Who_left_the_circle_is_not_named()
    {
        var chosen = FairPairs.Choose(["ana"], [Silent("ana", "bob", 100)], Start);

        Assert.Empty(chosen);
    }

    [Fact]
    public void Nobody_comes_up_in_an_empty_circle() => Assert.Empty(FairPairs.Choose([], [], Start));

    [Fact]
    public void At_most_three_pairs_are_named_and_everybody_at_most_once() => Circles.Sample(circle =>
    {
        foreach (var chosen in Digests(circle.Members, circle.Ties, 12))
        {
            var named = chosen.SelectMany(tie => new[] { tie.First, tie.Second }).ToList();
            Assert.True(chosen.Count <= FairPairs.Most);
            Assert.Equal(named.Count, named.Distinct().Count());
        }
    });

    [Fact]
    public void The_order_of_what_is_known_changes_nothing() =>
        Circles.SelectMany(circle => Gen.Shuffle(circle.Ties).Select(shuffled => (circle.Members, circle.Ties, Shuffled: shuffled))).Sample(circle =>
            Assert.Equal(
                FairPairs.Choose(circle.Members, circle.Ties, Start), FairPairs.Choose([.. circle.Members.Reverse()], circle.Shuffled, Start)));

    [Fact]
    public void Everybody_who_can_be_named_is_named_within_as_many_digests_as_there_are_such_members() => Circles.Sample(circle =>
    {
        var can = Eligible(circle.Ties).SelectMany(tie => new[] { tie.First, tie.Second }).Distinct().ToList();

        var digests = Digests(circle.Members, circle.Ties, 4 * can.Count).Select(chosen => chosen.SelectMany(tie => new[] { tie.First, tie.Second }).ToHashSet()).ToList();

        for (var from = 0; from + can.Count <= digests.Count; from++)
            Assert.True(can.TrueForAll(member => digests.Skip(from).Take(can.Count).Any(digest => digest.Contains(member))), $"left out after digest {from}");
    });

    [Fact]
    public void No_pair_comes_twice_in_a_row_while_others_wait() => Circles.Sample(circle =>
    {
        var eligible = Eligible(circle.Ties).Select(Names).ToHashSet();
        var digests = Digests(circle.Members, circle.Ties, 12).Select(chosen => chosen.Select(Names).ToHashSet()).ToList();

        foreach (var (before, after) in digests.Zip(digests.Skip(1)))
            Assert.True(!before.Overlaps(after) || eligible.IsSubsetOf(before));
    });

    private static Tie Silent(string first, string second, int days) => new(first, second, Start.AddDays(-days), null);

    private static IEnumerable<Tie> Eligible(IEnumerable<Tie> ties) => ties.Where(tie => Start.DayNumber - tie.LastContact.DayNumber >= FairPairs.LongDays);

    private static (string First, string Second) Names(Tie tie) => (tie.First, tie.Second);

    /// <summary>Digests one after the other, each remembering whom it named; all at one day, so that who can be named stays the same.</summary>
    private static IEnumerable<IReadOnlyList<Tie>> Digests(string[] members, Tie[] ties, int count)
    {
        for (var digest = 1; digest <= count; digest++)
        {
            var chosen = FairPairs.Choose(members, ties, Start);
            yield return chosen;
            var at = new DateTimeOffset(2026, 11, 27, 15, 0, 0, TimeSpan.Zero).AddDays(7 * digest);
            ties = [.. ties.Select(tie => chosen.Contains(tie) ? tie with { LastSuggested = at } : tie)];
        }
    }
}
