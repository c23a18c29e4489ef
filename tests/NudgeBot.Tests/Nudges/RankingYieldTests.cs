using NudgeBot.Circle;
using NudgeBot.Nudges;

namespace NudgeBot.Tests.Nudges;

/// <summary>
/// On made-up histories, whose pairs have rhythms, bursts and lapses, the ranking does more good than suggesting the longest silent: it catches
/// more of what would have lapsed, weighed by how strong the tie was, less what would have been in contact within the week anyway.
/// </summary>
public sealed class RankingYieldTests
{
    private const int Weeks = 104, Seats = 12, Members = 24, Suggestions = 3;

    private static readonly DateOnly Start = new(2020, 1, 6);

    [Theory]
    // Days between contacts while a tie is kept up, days it is kept up, and days it rests. Where people write every third day there is less to
    // tell apart: 1.03 with 150 members, which is more than a quick test can show.
    [InlineData(8, 150, 90)]
    [InlineData(8, 60, 120)]
    [InlineData(20, 300, 120)]
    public void It_beats_the_longest_silent(double gap, double kept, double resting)
    {
        Tally ours = new(), theirs = new();
        var dice = new Random(11);
        for (var member = 0; member < Members; member++)
        {
            Contact[][] circle = [.. Enumerable.Range(0, Seats).Select(_ => History(dice, gap, kept, resting))];
            for (var week = 26; week < Weeks - 4; week += 4)
            {
                var at = week * 7;
                var candidates = circle.Where(history => Strength(history, at) > 0).ToList();
                ours.Add(candidates.OrderByDescending(history => Ranking.Judge(Before(history, at), 30, Start, Start.AddDays(at)).Good), candidates, at);
                theirs.Add(candidates.OrderBy(history => Before(history, at)[^1].Day), candidates, at);
            }
        }

        Assert.True(ours.Yield > theirs.Yield, $"{ours.Yield} against {theirs.Yield}");
    }

    private static Contact[] History(Random dice, double gap, double kept, double resting)
    {
        List<Contact> contacts = [];
        var rhythm = gap * Math.Exp(dice.NextDouble() * 2 - 1);
        var (day, until, isKept) = (0.0, Waiting(dice, kept), true);
        while (day < Weeks * 7)
        {
            var wait = Waiting(dice, isKept ? rhythm : rhythm * 20);
            if (day + wait > until)
            {
                (day, isKept) = (until, !isKept);
                until += Waiting(dice, isKept ? kept : resting);
                continue;
            }

            day += wait;
            // A word brings an answer more often than not, and now and then another one.
            var kind = dice.Next(2) == 0 ? ContactKind.Out : ContactKind.In;
            for (var answer = day; answer < Weeks * 7; answer += Waiting(dice, 0.7))
            {
                contacts.Add(new(Start.AddDays((int)answer), kind));
                kind = kind == ContactKind.Out ? ContactKind.In : ContactKind.Out;
                if (dice.NextDouble() > 0.6)
                    break;
            }
        }

        return [.. contacts.OrderBy(contact => contact.Day)];
    }

    private static double Waiting(Random dice, double mean) => -mean * Math.Log(1 - dice.NextDouble());

    private static Contact[] Before(Contact[] history, int at) => [.. history.TakeWhile(contact => contact.Day < Start.AddDays(at))];

    private static bool IsIn(Contact[] history, int from, int to) =>
        history.Any(contact => contact.Day >= Start.AddDays(from) && contact.Day < Start.AddDays(to));

    /// <summary>The harmonic mean of the weeks with a word out and in, in the last half year.</summary>
    private static double Strength(Contact[] history, int at)
    {
        double WeeksOf(ContactKind kind) => Enumerable.Range(1, 26).Count(back => history.Any(contact =>
            contact.Kind == kind && contact.Day >= Start.AddDays(at - back * 7) && contact.Day < Start.AddDays(at - back * 7 + 7)));

        var (mine, theirs) = (WeeksOf(ContactKind.Out), WeeksOf(ContactKind.In));
        return mine + theirs == 0 ? 0 : 2 * mine * theirs / (mine + theirs);
    }

    private sealed class Tally
    {
        private double _caught, _best;
        private int _idle, _suggested;

        public double Yield => _caught / _best * (1 - (double)_idle / _suggested);

        public void Add(IEnumerable<Contact[]> order, IReadOnlyList<Contact[]> candidates, int at)
        {
            double Lapsed(Contact[] history) => IsIn(history, at, at + 28) ? 0 : Strength(history, at);

            _best += candidates.Select(Lapsed).OrderDescending().Take(Suggestions).Sum();
            foreach (var history in order.Take(Suggestions))
            {
                _caught += Lapsed(history);
                _idle += IsIn(history, at, at + 7) ? 1 : 0;
                _suggested++;
            }
        }
    }
}
