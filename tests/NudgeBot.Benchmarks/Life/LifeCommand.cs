using System.Globalization;

namespace NudgeBot.Benchmarks.Life;

/// <summary>
/// <c>life [--seeds 10] [--members 200] [--out DIR]</c>: twenty years of a made-up population, once for every way of choosing whom to suggest.
/// Progress goes to standard error, the table to standard output, the chart to <c>life.svg</c>.
/// </summary>
internal static class LifeCommand
{
    /// <returns>0 when NudgeBot leaves more ties alive than every other way, over all seeds; 1 when not; 2 when the options make no sense.</returns>
    public static int Run(IReadOnlyList<string> arguments)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var (seeds, members, folder) = (10, 200, ".");
        for (var at = 0; at < arguments.Count; at += 2)
        {
            var value = at + 1 < arguments.Count ? arguments[at + 1] : "";
            var isRead = arguments[at] switch
            {
                "--seeds" => int.TryParse(value, out seeds) && seeds > 0,
                "--members" => int.TryParse(value, out members) && members > 0,
                "--out" => (folder = value).Length > 0,
                _ => false,
            };
            if (isRead)
                continue;
            Console.Error.WriteLine($"\"{arguments[at]} {value}\" is not understood. Example: life --seeds 10 --members 200 --out reports");
            return 2;
        }

        var worlds = new LifeOutcome[seeds][];
        Parallel.For(0, seeds, at =>
        {
            worlds[at] = [.. Live(at + 1, members)];
            Console.Error.WriteLine($"seed {at + 1} of {seeds}: {string.Join(", ", worlds[at].Select(outcome => $"{outcome.Name} {outcome.Alive[^1]:0.000}"))}");
        });
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "life.svg"), LifeChart.Draw(worlds));
        return LifeReport.Write(worlds, members) ? 0 : 1;
    }

    private static IEnumerable<LifeOutcome> Live(int seed, int members)
    {
        var budget = new LifeBudget();
        foreach (var choice in (ILifeChoice[])[new AsPlanned(), new InTurn(), new AtRandom(seed), new LongestSilent(), new Nobody()])
        {
            yield return new LifeWorld(seed, members).Live(choice, budget);
            budget.Fix();
        }
    }
}
