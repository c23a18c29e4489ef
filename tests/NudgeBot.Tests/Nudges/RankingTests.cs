using CsCheck;
using NudgeBot.Circle;
using NudgeBot.Nudges;

namespace NudgeBot.Tests.Nudges;

public sealed class RankingTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly Gen<Contact[]> Histories = Gen.Select(
        Gen.Int[0, 7000], Gen.OneOf(ContactKind.Both, ContactKind.Out, ContactKind.In, ContactKind.Received),
        (ago, kind) => new Contact(Today.AddDays(-ago), kind)).Array[0, 60].Select(InOrder);

    [Fact]
    public void Having_received_help_never_moves_a_person_up()
    {
        Gen.Select(Histories, Gen.Int[0, 7000], Gen.Int[0, 7000]).Sample((history, ago, chosenAgo) =>
        {
            var chosen = Today.AddDays(-chosenAgo);
            var withReceipt = InOrder([.. history, new(Today.AddDays(-ago), ContactKind.Received)]);

            Assert.True(Ranking.Judge(withReceipt, 30, chosen, Today).Good <= Ranking.Judge(history, 30, chosen, Today).Good);
        });
    }

    [Fact]
    public void The_longer_a_pair_is_silent_the_likelier_it_stays_so()
    {
        Gen.Select(Histories, Gen.Int[0, 3000], Gen.Int[1, 3000]).Sample((history, days, more) =>
        {
            var sooner = Ranking.Judge(history, 30, Today, Today.AddDays(days));
            var later = Ranking.Judge(history, 30, Today, Today.AddDays(days + more));

            Assert.True(sooner.StaysSilent <= later.StaysSilent);
            Assert.InRange(later.StaysSilent, 0, 1);
        });
    }

    [Fact]
    public void A_tie_that_both_keep_up_counts_more_than_one_that_only_one_side_does()
    {
        var oneSided = Ranking.Judge(Days(ContactKind.Out, 20, 40, 60, 80), 30, Today, Today);
        var mutual = Ranking.Judge([new(Today.AddDays(-80), ContactKind.In), .. Days(ContactKind.Out, 20, 40, 60)], 30, Today, Today);

        Assert.Equal(oneSided.StaysSilent, mutual.StaysSilent);
        Assert.True(mutual.Good > oneSided.Good);
    }

    [Fact]
    public void A_day_full_of_messages_counts_as_one_contact()
    {
        Contact[] busy = [.. Days(ContactKind.Both, 30), .. Days(ContactKind.Both, 30), .. Days(ContactKind.Both, 30)];

        Assert.Equal(Ranking.Judge(Days(ContactKind.Both, 30), 30, Today, Today), Ranking.Judge(busy, 30, Today, Today));
    }

    [Fact]
    public void Silence_past_eight_rhythms_is_more_likely_the_end_than_not()
    {
        int[] everyTenDays = [.. Enumerable.Range(0, 30).Select(k => k * 10)];

        var due = Ranking.Judge(Days(ContactKind.Both, [.. everyTenDays.Select(day => day + 11)]), 30, Today, Today);
        var late = Ranking.Judge(Days(ContactKind.Both, [.. everyTenDays.Select(day => day + 81)]), 30, Today, Today);

        Assert.Equal(TieState.Due, due.State);
        Assert.True(due.Faded < 0.5);
        Assert.Equal(TieState.Dormant, late.State);
        Assert.True(late.Faded > 0.5);
    }

    [Fact]
    public void Nobody_is_too_long_ago_to_suggest()
    {
        var aged = Ranking.Judge(Days(ContactKind.Both, 13 * 365, 14 * 365, 15 * 365), 30, Today, Today);
        var fresh = Ranking.Judge(Days(ContactKind.Both, 2, 9, 16), 30, Today, Today);

        Assert.True(aged.Good > fresh.Good);
    }

    [Fact]
    public void Without_history_the_shorter_cadence_comes_due_first()
    {
        var chosen = Today.AddDays(-20);

        var inner = Ranking.Judge([], 14, chosen, Today);
        var close = Ranking.Judge([], 30, chosen, Today);

        Assert.Equal(TieState.Due, inner.State);
        Assert.Equal(TieState.Fresh, close.State);
    }

    [Fact]
    public void Equals_are_ordered_by_id()
    {
        var outlook = Ranking.Judge([], 30, Today, Today);
        List<(int Id, Outlook Outlook)> persons = [(3, outlook), (1, outlook), (2, outlook)];

        persons.Sort(Ranking.Compare);

        Assert.Equal([1, 2, 3], persons.Select(person => person.Id));
    }

    private static Contact[] Days(ContactKind kind, params int[] ago) => InOrder([.. ago.Select(days => new Contact(Today.AddDays(-days), kind))]);

    private static Contact[] InOrder(Contact[] contacts) => [.. contacts.OrderBy(contact => contact.Day)];
}
