namespace NudgeBot.Benchmarks.Life;

/// <summary>Draws the share of ties that are alive, year by year, one line for each way of choosing, as a small SVG.</summary>
internal static class LifeChart
{
    private const int Width = 760, Height = 420, Left = 56, Right = 150, Top = 48, Bottom = 44, LabelHeight = 17;

    /// <summary>The share at the bottom of the chart.</summary>
    private const double Lowest = 0.3;

    // Okabe and Ito 2008: told apart by the colour-blind.
    private static readonly string[] Colours = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#777777"];

    public static string Draw(IReadOnlyList<LifeOutcome[]> worlds)
    {
        List<string> svg = [];
        svg.Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"13\" role=\"img\">");
        svg.Add("<title>Share of the chosen ties that are alive, by year and by whom is suggested</title>");
        svg.Add($"<rect width=\"{Width}\" height=\"{Height}\" fill=\"#ffffff\"/>");
        svg.Add($"<text x=\"{Left}\" y=\"26\" font-size=\"15\" fill=\"#222222\">Chosen ties still alive, mean of {worlds.Count} seeds</text>");
        for (var tenth = 3; tenth <= 10; tenth++)
        {
            var y = Y(tenth / 10.0);
            svg.Add($"<path d=\"M{Left} {y:0.0}H{Width - Right}\" stroke=\"#e3e3e3\"/><text x=\"{Left - 8}\" y=\"{y + 4:0.0}\" text-anchor=\"end\" fill=\"#555555\">{tenth * 10} %</text>");
        }

        for (var year = 0; year <= LifeWorld.Years; year++)
            svg.Add($"<text x=\"{X(year):0.0}\" y=\"{Height - Bottom + 18}\" text-anchor=\"middle\" fill=\"#555555\">{year}</text>");
        svg.Add($"<text x=\"{X(LifeWorld.Years / 2.0):0.0}\" y=\"{Height - 8}\" text-anchor=\"middle\" fill=\"#555555\">years since they were chosen</text>");

        var lines = worlds[0].Index().Select(way => (way.Item.Name, Colour: Colours[way.Index], IsOurs: way.Index == 0,
            Alive: Enumerable.Range(0, LifeWorld.Years + 1).Select(year => worlds.Average(world => world[way.Index].Alive[year])).ToArray()));
        var free = 0.0;
        foreach (var (name, colour, isOurs, alive) in lines.OrderByDescending(line => line.Alive[^1]))
        {
            // Labels of lines that end close together are moved apart.
            free = Math.Max(free + LabelHeight, Y(alive[^1]));
            svg.Add($"<polyline points=\"{string.Join(' ', alive.Select((share, year) => $"{X(year):0.0},{Y(share):0.0}"))}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{(isOurs ? 3 : 2)}\"/>");
            svg.Add($"<text x=\"{Width - Right + 8}\" y=\"{free + 4:0.0}\" fill=\"{colour}\" font-weight=\"{(isOurs ? "bold" : "normal")}\">{name} {alive[^1] * 100:0} %</text>");
        }

        return string.Join('\n', [.. svg, "</svg>", ""]);
    }

    private static double X(double year) => Left + year * (Width - Left - Right) / LifeWorld.Years;

    private static double Y(double share) => Top + (1 - share) / (1 - Lowest) * (Height - Top - Bottom);
}
