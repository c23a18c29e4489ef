using System.Runtime.InteropServices;
using NudgeBot.Circle;

namespace NudgeBot.Nudges;

/// <summary>
/// The ranking of nudges on somebody else's history, so that its worth can be measured: every contact is a message from one person to another,
/// every question asks in which order a person would be nudged about the candidates, each of them an associate with no cadence set by hand.
/// </summary>
internal static class RankHistory
{
    /// <summary>
    /// Answers every question from the events strictly before its time, in one pass over both.
    /// Returns 0, or 1 after writing to <paramref name="errors"/> which line was wrong and what it should have been.
    /// </summary>
    /// <param name="events">CSV <c>unix_seconds,from,to</c>, sorted by time.</param>
    /// <param name="questions">CSV <c>id,unix_seconds,ego,candidates</c>, the candidates separated by semicolons, sorted by time.</param>
    /// <param name="answers">CSV <c>id,candidates</c> in the order of suggestion.</param>
    public static async Task<int> RunAsync(
        TextReader events, TextReader questions, TextWriter answers, TextWriter errors, CancellationToken cancellationToken)
    {
        try
        {
            var history = new History(new(events, "events", ["unix_seconds", "from", "to"]));
            var asked = new IntegerRows(questions, "questions", ["id", "unix_seconds", "ego", "candidates"]);
            await answers.WriteLineAsync("id,candidates".AsMemory(), cancellationToken);
            while (await asked.NextAsync(cancellationToken))
            {
                var at = asked.Time(1);
                await history.ReadUntilAsync(at, cancellationToken);
                var order = history.Order(asked.Number(2), asked.Numbers(3), at);
                await answers.WriteLineAsync($"{asked.Text(0)},{string.Join(';', order)}".AsMemory(), cancellationToken);
            }

            return 0;
        }
        catch (FormatException wrong)
        {
            await errors.WriteLineAsync(wrong.Message.AsMemory(), cancellationToken);
            return 1;
        }
    }

    /// <summary>The contacts of every pair so far, kept from both sides.</summary>
    private sealed class History(IntegerRows events)
    {
        private readonly Dictionary<(long Ego, long Other), List<Contact>> _contacts = [];
        private bool _waiting;

        public async Task ReadUntilAsync(long at, CancellationToken cancellationToken)
        {
            while (_waiting || await events.NextAsync(cancellationToken))
            {
                _waiting = events.Time(0) >= at;
                if (_waiting)
                    return;
                var (from, to, day) = (events.Number(1), events.Number(2), Day(events.Time(0)));
                if (from == to)
                    continue;
                Of(from, to).Add(new(day, ContactKind.Out));
                Of(to, from).Add(new(day, ContactKind.In));
            }
        }

        public IEnumerable<long> Order(long ego, IReadOnlyList<long> candidates, long at)
        {
            var today = Day(at);
            List<(long Id, Outlook Outlook)> judged =
                [.. candidates.Select(id => (id, Ranking.Judge(CollectionsMarshal.AsSpan(Of(ego, id)), Rings.CadenceDays(Ring.Close), today, today)))];
            judged.Sort(Ranking.Compare);
            return judged.Select(one => one.Id);
        }

        private List<Contact> Of(long ego, long other)
        {
            if (!_contacts.TryGetValue((ego, other), out var contacts))
                _contacts[(ego, other)] = contacts = [];
            return contacts;
        }

        private static DateOnly Day(long seconds) => DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime);
    }
}
