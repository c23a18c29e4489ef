namespace NudgeBot.Benchmarks.Life;

/// <summary>
/// Members with a circle each, all from one seed. For ten years they live without the program, then choose from those with whom they are in
/// touch, and live ten years with it. The same seed is the same world for every way of choosing whom to suggest.
/// </summary>
internal sealed class LifeWorld(int seed, int members)
{
    public const int Year = 365, Before = 10 * Year, Years = 10, Seats = 15, Inner = 5;

    public static readonly DateOnly Start = new(2006, 1, 2);

    private readonly LifeMember[] _members = [.. Enumerable.Range(0, members).Select(member => new LifeMember(seed, member, Seats, Inner))];

    public static int DayOf(DateOnly? date) => date is { } on ? on.DayNumber - Start.DayNumber : int.MinValue;

    /// <summary>Lives the ten years, each week with as many suggestions a member as the budget says, and tells what became of the ties.</summary>
    public LifeOutcome Live(ILifeChoice choice, LifeBudget budget)
    {
        int suggestions = 0, needless = 0;
        List<double> alive = [Alive()];
        for (var day = Before; day < Before + Years * Year; day += 7)
        {
            foreach (var member in _members)
            {
                member.LiveUntil(day);
                var chosen = choice.Choose(member, day, budget.Of(member, day));
                budget.Spend(member, day, chosen.Count);
                suggestions += chosen.Count;
                if (chosen.Count > 0)
                    needless += member.Read(day, chosen);
            }

            if (day + 7 >= Before + alive.Count * Year)
                alive.Add(Alive());
        }

        return new(choice.Name, alive, suggestions / (double)(_members.Length * Years), needless / (double)Math.Max(1, suggestions));
    }

    private double Alive() => _members.SelectMany(member => member.Circle).Average(tie => tie.IsAlive ? 1.0 : 0);
}

/// <summary>What became of the chosen ties.</summary>
/// <param name="Name">The way of choosing.</param>
/// <param name="Alive">The share that is still in touch: when they were chosen, then after each year.</param>
/// <param name="AYear">Suggestions of one person each, a member and a year.</param>
/// <param name="Needless">The share of suggestions of somebody with whom a contact came within the week anyway.</param>
internal sealed record LifeOutcome(string Name, IReadOnlyList<double> Alive, double AYear, double Needless);
