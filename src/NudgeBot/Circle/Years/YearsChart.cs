using System.Globalization;
using Microsoft.Extensions.Localization;
using NudgeBot.Ledger;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace NudgeBot.Circle.Years;

/// <summary>
/// Draws the circle over the years as a PNG. The same circle gives the same bytes, whatever fonts the machine has: the letters are brought
/// along, but for scripts that only the machine's own fonts have.
/// </summary>
internal sealed class YearsChart
{
    private const string Font = "Inter";

    /// <summary>Pixels at twice the size at which it is shown, so that it is sharp on fine displays.</summary>
    private const int Width = 1440, Row = 76, Frame = 190, Scale = 2;

    /// <summary>A mark's distance from its line, in rows: helps given point up from it, helps received down to it.</summary>
    private const double Off = 0.26;

    /// <summary>The colours of the page on white; the shapes say the same.</summary>
    private static readonly Color Ink = Color.FromHex("#20251f"), Muted = Color.FromHex("#5b5f57"), Grey = Color.FromHex("#8a857a"),
        Gave = Color.FromHex("#17614f"), Received = Color.FromHex("#a04a10"), Touch = Color.FromHex("#4f5cab");

    private readonly IStringLocalizer<CircleText> text;

    public YearsChart(IStringLocalizer<CircleText> text)
    {
        this.text = text;
        Fonts.AddFontFile(Font, Path.Combine(AppContext.BaseDirectory, "Circle", "Years", "Font", "Inter-Regular.ttf"));
    }

    /// <param name="ties">Top to bottom.</param>
    /// <param name="until">Where the lines end.</param>
    /// <param name="culture">How months are written.</param>
    public byte[] Draw(IReadOnlyList<TieYears> ties, DateOnly until, CultureInfo culture)
    {
        using var plot = new Plot { ScaleFactor = Scale };
        foreach (var (tie, row) in ties.Select((tie, place) => (tie, -place)))
            Draw(plot, tie, row, until);
        var first = ties.Min(tie => tie.Marks.Count > 0 ? tie.Marks[0].On : tie.ChosenOn);
        var from = first < until.AddYears(-1) ? first : until.AddYears(-1);
        var margin = Math.Max(1, (until.DayNumber - from.DayNumber) * 0.015);
        plot.Axes.SetLimits(X(from) - margin, X(until) + margin, -ties.Count + 0.5, 0.5);
        Frames(plot, ties, YearsTicks.Of(from, until, culture));
        Legend(plot);
        return plot.GetImageBytes(Width, Frame + (Row * ties.Count), ImageFormat.Png);
    }

    private static void Draw(Plot plot, TieYears tie, int row, DateOnly until)
    {
        foreach (var stretch in tie.Stretches(until))
        {
            var line = plot.Add.Line(X(stretch.From), row, X(stretch.To), row);
            (line.LineColor, line.LineWidth) = (Grey, 1.5f);
            line.LinePattern = stretch.IsSilent ? LinePattern.Dotted : LinePattern.Solid;
        }

        Marks(EntryKind.Touch, MarkerShape.FilledCircle, Touch, 7, 0);
        Marks(EntryKind.Gave, MarkerShape.FilledTriangleUp, Gave, 10, Off);
        Marks(EntryKind.Received, MarkerShape.FilledTriangleDown, Received, 10, -Off);

        void Marks(EntryKind kind, MarkerShape shape, Color color, float size, double off)
        {
            var days = tie.Marks.Where(mark => mark.Kind == kind).Select(mark => X(mark.On)).ToArray();
            if (days.Length > 0)
                plot.Add.Markers(days, [.. days.Select(_ => row + off)], shape, size, color);
        }
    }

    private static void Frames(Plot plot, IReadOnlyList<TieYears> ties, NumericManual ticks)
    {
        plot.Axes.Bottom.TickGenerator = ticks;
        var font = FontOf(ties);
        plot.Axes.Left.SetTicks([.. ties.Select((_, place) => (double)-place)], [.. ties.Select((tie, place) => Label(tie.Name, place, font))]);
        foreach (var axis in new IAxis[] { plot.Axes.Bottom, plot.Axes.Left })
        {
            (axis.TickLabelStyle.FontName, axis.TickLabelStyle.FontSize, axis.TickLabelStyle.ForeColor) = (font, 13, Ink);
            axis.MajorTickStyle.Length = 0;
            axis.FrameLineStyle.Width = 0;
        }

        plot.Axes.Bottom.TickLabelStyle.ForeColor = Muted;
        plot.Axes.Right.IsVisible = plot.Axes.Top.IsVisible = false;
        plot.Grid.YAxisStyle.IsVisible = false;
        plot.Grid.XAxisStyle.MajorLineStyle.Color = Grey.WithAlpha(.25);
    }

    /// <summary>What the shapes mean, in a row above the lines.</summary>
    private void Legend(Plot plot)
    {
        var legend = plot.Legend;
        legend.ManualItems.AddRange(
        [
            Mark(EntryKind.Gave, MarkerShape.FilledTriangleUp, Gave), Mark(EntryKind.Received, MarkerShape.FilledTriangleDown, Received),
            Mark(EntryKind.Touch, MarkerShape.FilledCircle, Touch),
            new LegendItem { LabelText = text["years.legend.silence"], LineColor = Grey, LineWidth = 1.5f, LinePattern = LinePattern.Dotted },
        ]);
        (legend.FontName, legend.FontSize, legend.FontColor) = (Font, 13, Muted);
        (legend.OutlineWidth, legend.ShadowColor, legend.Orientation) = (0, Colors.Transparent, Orientation.Horizontal);
        legend.SetBestFontOnEachRender = false;
        plot.ShowLegend(ScottPlot.Edge.Top);

        LegendItem Mark(EntryKind kind, MarkerShape shape, Color color) =>
            new() { LabelText = text[$"years.legend.{kind}"], MarkerShape = shape, MarkerFillColor = color, MarkerLineColor = color, MarkerSize = 10 };
    }

    /// <summary>The brought font, unless a name has letters that it lacks and one of the machine's has them all.</summary>
    private static string FontOf(IReadOnlyList<TieYears> ties)
    {
        var names = string.Concat(ties.Select(tie => tie.Name));
        return !Has(Font, names) && Fonts.Detect(names) is var other && Has(other, names) ? other : Font;
    }

    /// <summary>A name, or where it stands in the circle if there are no letters to write it in.</summary>
    private static string Label(string name, int place, string font) =>
        !Has(font, name) ? $"{place + 1}." : name.Length <= 24 ? name : string.Concat(name.AsSpan(0, 23), "…");

    private static bool Has(string font, string text) => Fonts.GetTypeface(font, bold: false, italic: false).ContainsGlyphs(text);

    private static double X(DateOnly day) => day.DayNumber;
}
