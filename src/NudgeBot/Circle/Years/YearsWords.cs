using Humanizer;
using Microsoft.Extensions.Localization;
using NudgeBot.Commands;
using NudgeBot.Ledger;

namespace NudgeBot.Circle.Years;

/// <summary>Says in words what the chart shows, for whoever cannot see it.</summary>
internal sealed class YearsWords(IStringLocalizer<CircleText> text)
{
    /// <summary>As much as Slack takes for a picture (docs.slack.dev/reference/block-kit/blocks/image-block).</summary>
    private const int Longest = 2000;

    /// <summary>What it says without years where all of them would be too long: the last contact of each.</summary>
    public string Tell(Turn turn, IReadOnlyList<TieYears> ties, DateOnly until)
    {
        var whole = Join(ties, tie => Whole(turn, tie, until));
        if (whole.Length <= Longest)
            return whole;
        var brief = Join(ties, tie => Last(turn, tie));
        return brief.Length <= Longest ? brief : brief.Truncate(Longest);
    }

    private string Join(IReadOnlyList<TieYears> ties, Func<TieYears, string> tell) =>
        string.Join('\n', ties.Select(tie => text["years.line", tie.Name, tell(tie)].Value).Prepend(text["years.title"]));

    private string Whole(Turn turn, TieYears tie, DateOnly until)
    {
        List<string> parts =
        [
            .. Kind(tie, EntryKind.Gave), .. Kind(tie, EntryKind.Received), .. Kind(tie, EntryKind.Touch),
            .. tie.Stretches(until).Where(stretch => stretch.IsSilent).Select(stretch =>
                text[stretch.To == until ? "years.silent" : "years.silence", Month(turn, stretch.From), Month(turn, stretch.To)].Value),
        ];
        return parts.Count == 0 ? text["years.none"] : string.Join("; ", parts);
    }

    private IEnumerable<string> Kind(TieYears tie, EntryKind kind)
    {
        var years = tie.Marks.Where(mark => mark.Kind == kind).Select(mark => mark.On.Year).Distinct().ToList();
        return years.Count == 0 ? [] : [text[$"years.{kind}", Runs(years)]];
    }

    /// <summary>Years that follow each other as one: 2019, 2021–2024.</summary>
    private static string Runs(List<int> years)
    {
        List<(int From, int To)> runs = [];
        foreach (var year in years)
        {
            if (runs is [.., var last] && year == last.To + 1)
                runs[^1] = (last.From, year);
            else
                runs.Add((year, year));
        }

        return string.Join(", ", runs.Select(run => run.From == run.To ? $"{run.From}" : $"{run.From}–{run.To}"));
    }

    private string Last(Turn turn, TieYears tie) =>
        tie.Marks is [.., var mark] ? text["years.last", Month(turn, mark.On)] : text["years.none"];

    private static string Month(Turn turn, DateOnly day) => day.ToString("MMM yyyy", turn.Culture);
}
