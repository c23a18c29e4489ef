namespace NudgeBot.Benchmarks.Life;

/// <summary>Prints what became of the ties.</summary>
internal static class LifeReport
{
    /// <summary>Prints the table, and tells whether the first way of choosing leaves more ties alive than every other one.</summary>
    public static bool Write(IReadOnlyList<LifeOutcome[]> worlds, int members)
    {
        Console.WriteLine($"{worlds.Count} seeds, {members} members each with {LifeWorld.Seats} chosen ties, {LifeWorld.Years} years");
        Console.WriteLine();
        Console.WriteLine("| whom to suggest | alive after 5 years | alive after 10 years | spread of the seeds | NudgeBot ahead in | suggestions a year | needless |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        var wins = true;
        foreach (var (at, outcome) in worlds[0].Index())
        {
            LifeOutcome[] own = [.. worlds.Select(world => world[at])];
            var last = own.Average(one => one.Alive[^1]);
            var spread = Math.Sqrt(own.Average(one => Math.Pow(one.Alive[^1] - last, 2)));
            wins &= at == 0 || worlds.Average(world => world[0].Alive[^1]) > last;
            var ahead = at == 0 ? "" : $"{worlds.Count(world => world[0].Alive[^1] > world[at].Alive[^1])} of {worlds.Count}";
            Console.WriteLine(
                $"| {outcome.Name} | {own.Average(one => one.Alive[5]):0.000} | {last:0.000} | {spread:0.000} | {ahead} | {own.Average(one => one.AYear):0.0} | {own.Average(one => one.Needless):0.000} |");
        }

        return wins;
    }
}
