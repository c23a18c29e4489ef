using CsCheck;
using NudgeBot.Circle;
using NudgeBot.Ledger;
using NudgeBot.Nudges;

namespace NudgeBot.Tests.Nudges;

public sealed class PlannerTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Fact]
    public void A_nudge_has_one_easy_one_due_and_one_from_the_shelf()
    {
        Tie[] ties =
        [
            Seated("Ana", touched: 10), Seated("Bob", touched: 12), Seated("Chen", touched: 50), Seated("Dora", touched: 31),
            OnShelf("Emil", touched: 13 * 365), OnShelf("Fay", touched: 400),
        ];

        var plan = Planner.Plan(new(Today, ties));

        Assert.Equal([(Slot.Easy, "Bob"), (Slot.Due, "Chen"), (Slot.Shelf, "Emil")], plan.Picks.Select(pick => (pick.Slot, pick.Tie.Name)));
    }

    [Fact]
    public void Nobody_is_suggested_within_a_week_of_a_contact()
    {
        Assert.Empty(Planner.Plan(new(Today, [Seated("Ana", touched: 6)])).Picks);
    }

    [Fact]
    public void The_shelf_can_be_switched_off()
    {
        Assert.Empty(Planner.Plan(new(Today, [OnShelf("Emil", touched: 4000)], UsesShelf: false)).Picks);
    }

    [Fact]
    public void The_shelf_takes_turns_until_everybody_has_been_shown()
    {
        List<Tie> ties = [.. Enumerable.Range(0, 8).Select(i => OnShelf($"P{i}", touched: 200 + i * 100))];
        List<string> shown = [];
        for (var week = 0; week < 8; week++)
        {
            var day = Today.AddDays(week * 7);
            var pick = Assert.Single(Planner.Plan(new(day, ties)).Picks);
            shown.Add(pick.Tie.Name);
            ties[ties.IndexOf(pick.Tie)] = pick.Tie with { SuggestedOn = day };
        }

        Assert.Equal(["P7", "P6", "P5", "P4", "P3", "P2", "P1", "P0"], shown);
        Assert.Empty(Planner.Plan(new(Today.AddDays(56), ties)).Picks);
    }

    [Fact]
    public void A_mark_brings_a_turn_on_the_shelf_forward_but_not_before_those_who_never_had_one()
    {
        var shown = Today.AddDays(-200);
        Tie[] ties =
        [
            OnShelf("Ana", touched: 900) with { SuggestedOn = shown.AddDays(-30) },
            OnShelf("Bob", touched: 900) with { SuggestedOn = shown, Trusted = true },
            OnShelf("Chen", touched: 900) with { SuggestedOn = shown, Trusted = true, WouldBeGlad = true },
            OnShelf("Dora", touched: 400),
        ];

        List<string> order = [];
        for (List<Tie> left = [.. ties]; left.Count > 0; left.RemoveAll(tie => order.Contains(tie.Name)))
            order.Add(Assert.Single(Planner.Plan(new(Today, left)).Picks).Tie.Name);

        Assert.Equal(["Dora", "Chen", "Bob", "Ana"], order);
    }

    [Fact]
    public void An_open_need_and_an_ask_raise_a_person()
    {
        var plain = Seated("Ana", touched: 60);
        var needs = Seated("Bob", touched: 60) with { Open = [Record(EntryKind.Need, 5, "a QA lead")] };
        var asks = Seated("Chen", touched: 60) with { Asks = [new(Id("ask"), "a flat in Porto", Today)] };

        Assert.Equal("Bob", DueOf(plain, needs));
        Assert.Equal("Chen", DueOf(plain, asks));
        Assert.Equal("Ana", DueOf(plain, Seated("Zoe", touched: 60)));
    }

    [Fact]
    public void Received_help_never_brings_a_person_forward()
    {
        var plain = Seated("Ana", touched: 60);
        var helpful = Seated("Bob", touched: 60);
        helpful = helpful with { Records = [Record(EntryKind.Received, 800, "the intro"), Record(EntryKind.Received, 700, "the reference"), .. helpful.Records] };

        Assert.Equal("Ana", DueOf(plain, helpful));
    }

    [Fact]
    public void Follow_ups_whose_date_has_come_are_first_and_alone_on_other_days()
    {
        var followUp = Record(EntryKind.FollowUp, 30, "ask how the launch went") with { DueOn = Today };
        Tie[] ties = [Seated("Ana", touched: 12), Seated("Bob", touched: 90), OnShelf("Emil", touched: 900), Seated("Zoe", touched: 3) with { Open = [followUp], SnoozedUntil = Today.AddDays(9) }];

        var regular = Planner.Plan(new(Today, ties));
        var between = Planner.Plan(new(Today, ties, IsRegular: false));

        Assert.Equal(["Zoe", "Ana", "Bob"], Names(regular));
        Assert.Equal(followUp, regular.Picks[0].Cited);
        Assert.Equal(["Zoe"], Names(between));
        Assert.Empty(Planner.Plan(new(Today.AddDays(-1), ties, IsRegular: false)).Picks);
    }

    [Fact]
    public void The_snoozed_the_rested_and_the_stopped_are_left_in_peace()
    {
        Tie[] ties =
        [
            Seated("Ana", touched: 60) with { SnoozedUntil = Today.AddDays(1) },
            Seated("Bob", touched: 60) with { Stopped = true },
            OnShelf("Chen", touched: 600) with { RestedOn = Today.AddDays(-364) },
            Seated("Dora", touched: 60) with { AskedToKeep = true },
        ];

        Assert.True(Planner.Plan(new(Today, ties)).IsEmpty);
        Assert.Equal(["Ana"], Names(Planner.Plan(new(Today.AddDays(1), [ties[0]]))));
        Assert.Equal(["Chen"], Names(Planner.Plan(new(Today.AddDays(1), [ties[2]]))));
    }

    [Theory]
    // Every six weeks, doubled by each nudge without an answer, up to eight times.
    [InlineData(0, 42)]
    [InlineData(1, 84)]
    [InlineData(2, 168)]
    public void Each_unanswered_nudge_doubles_the_wait(int unanswered, int days)
    {
        var tie = Seated("Ana", touched: 1000, cadence: 42) with { Unanswered = unanswered, SuggestedOn = Today.AddDays(-days) };

        Assert.Equal(["Ana"], Names(Planner.Plan(new(Today, [tie]))));
        Assert.Empty(Planner.Plan(new(Today.AddDays(-1), [tie])).Picks);
    }

    [Fact]
    public void A_pair_that_drifts_apart_does_not_wait_the_longer()
    {
        var drifting = Seated("Ana", touched: null, cadence: 30) with
        {
            Records = [Record(EntryKind.Touch, 900, ""), Record(EntryKind.Touch, 800, ""), Record(EntryKind.Touch, 650, ""), Record(EntryKind.Touch, 400, "")],
            Unanswered = 1,
            SuggestedOn = Today.AddDays(-60),
        };

        Assert.Equal(["Ana"], Names(Planner.Plan(new(Today, [drifting]))));
        Assert.Empty(Planner.Plan(new(Today.AddDays(-1), [drifting])).Picks);
    }

    [Fact]
    public void After_the_third_unanswered_nudge_it_asks_once_whether_to_keep_them()
    {
        var tie = Seated("Ana", touched: 1000) with { Unanswered = 3, SuggestedOn = Today.AddDays(-7) };

        var plan = Planner.Plan(new(Today, [tie]));

        Assert.Equal(tie, plan.Keep);
        Assert.Empty(plan.Picks);
        Assert.Null(Planner.Plan(new(Today, [tie with { AskedToKeep = true }])).Keep);
    }

    [Fact]
    public void Three_ignored_nudges_make_it_monthly_then_comes_one_last_question()
    {
        NudgePace[] paces = [.. Enumerable.Range(0, 7).Select(ignored => BackOff.Pace(ignored, NudgePace.Weekly))];
        bool[] questions = [.. Enumerable.Range(0, 5).Select(ignored => Planner.Plan(new(Today, [Seated("Ana", touched: 60)], Ignored: ignored)).AsksToGoOn)];

        Assert.Equal([NudgePace.Weekly, NudgePace.Weekly, NudgePace.Weekly, NudgePace.Monthly, NudgePace.Monthly, NudgePace.None, NudgePace.None], paces);
        Assert.Equal([false, false, false, false, true], questions);
    }

    [Fact]
    public void The_order_of_the_snapshot_does_not_matter()
    {
        Gen.Int[1, 900].Array[1, 20].Select(Gen.Int).Sample((touched, seed) =>
        {
            Tie[] ties = [.. touched.Select((days, i) => i % 3 == 0 ? OnShelf($"P{i}", days) : Seated($"P{i}", days))];
            var shuffled = ties.ToArray();
            new Random(seed).Shuffle(shuffled);

            Assert.Equal(Names(Planner.Plan(new(Today, ties))), Names(Planner.Plan(new(Today, shuffled))));
        });
    }

    [Theory]
    [InlineData(20, "Gave", "the board deck", "Easy")]
    [InlineData(90, "Gave", "the board deck", "Silence")]
    [InlineData(1500, "Gave", "the board deck", "Years")]
    [InlineData(500, "Received", "the intro to Priya", "Outcome")]
    [InlineData(90, "Received", "the intro to Priya", "Silence")]
    public void What_is_past_makes_the_moment(int ago, string kind, string text, string expected)
    {
        var record = Record(Enum.Parse<EntryKind>(kind), ago, text);
        var tie = Seated("Ana", touched: null) with { Records = [record] };

        var moment = Moment.Of(tie, tie.Judge(Today), Today);

        Assert.Equal((expected, record), (moment.Situation.ToString(), moment.Cited));
    }

    [Fact]
    public void A_seat_is_new_until_the_first_contact_after_the_choice()
    {
        var chosen = Seated("Ana", touched: null) with { Seat = new(Ring.Close, null, "we think alike", Today.AddDays(-14)) };
        var met = chosen with { Records = [Record(EntryKind.Touch, 10, "lunch")] };

        Assert.Equal(Situation.NewSeat, Moment.Of(chosen, chosen.Judge(Today), Today).Situation);
        Assert.Equal(Situation.Easy, Moment.Of(met, met.Judge(Today), Today).Situation);
    }

    private static string DueOf(params Tie[] ties) => Planner.Plan(new(Today, ties)).Picks.Single(pick => pick.Slot == Slot.Due).Tie.Name;

    private static IEnumerable<string> Names(Plan plan) => plan.Picks.Select(pick => pick.Tie.Name);

    private static Tie Seated(string name, int? touched, int? cadence = null) => OnShelf(name, touched) with
    {
        Seat = new(Ring.Close, cadence, "we think alike", Today.AddDays(-5000)),
    };

    private static Tie OnShelf(string name, int? touched) => new(Id(name), name, Today.AddDays(-6000))
    {
        Records = touched is { } ago ? [Record(EntryKind.Touch, ago, "coffee")] : [],
    };

    private static Recorded Record(EntryKind kind, int ago, string text) => new(Id($"{kind}{ago}"), kind, text, Today.AddDays(-ago));

    private static Guid Id(string text) => new([.. text.PadRight(16)[..16].Select(letter => (byte)letter)]);
}
