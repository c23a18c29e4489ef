using System.Globalization;
using Humanizer;
using Microsoft.Extensions.Localization;

namespace NudgeBot.Ledger;

/// <summary>
/// Tells a tie in prose: since when, through which employers, what was given and what came back. Of one year and kind it tells one thing,
/// and never how many there were.
/// </summary>
internal sealed class Story(IStringLocalizer<LedgerText> text)
{
    // A long tie is told by how it began and by what came last; the history has everything.
    private const int Beginning = 4, End = 8, LongestText = 120;

    private static readonly string[] Things =
        ["the", "a", "an", "my", "our", "your", "his", "her", "their", "its", "this", "that", "some", "two", "three", "moving", "all"];

    /// <summary>The story, sentence by sentence in one paragraph.</summary>
    public string Tell(StoryFacts facts, CultureInfo culture)
    {
        List<StoryEvent> events = [.. Told(facts.Events)];
        var first = facts.Name.Split(' ')[0];
        var opens = events.FirstOrDefault() is { } begin && begin.On.Year == facts.Since.Year && begin.Kind is not StoryEventKind.MovedTo;
        List<string> sentences = [opens
            ? text[$"story.opening.{events[0].Kind}", facts.Name, Year(facts.Since), first, Detail(events[0])]
            : text["story.opening", facts.Name, Year(facts.Since)]];

        var year = facts.Since.Year;
        var relative = 0;
        foreach (var happened in opens ? events.Skip(1) : events)
        {
            var gap = happened.On.Year - year;
            relative = relative == 2 && gap > 0 ? 0 : relative + 1;
            sentences.Add(text[$"story.{happened.Kind}", relative == 0 ? text["time.year", Year(happened.On)].Value : Later(gap, culture), first, Detail(happened)]);
            year = happened.On.Year;
        }

        if (facts.LastContact is { } last)
            sentences.Add(text["story.last", first, last.ToString("MMMM yyyy", culture)]);
        sentences.AddRange(facts.OpenNeeds.Select(need => text["story.need", first, Short(need)].Value));
        return string.Join(' ', sentences);
    }

    private static IEnumerable<StoryEvent> Told(IReadOnlyList<StoryEvent> events)
    {
        List<StoryEvent> all =
        [
            .. events.Where(happened => happened.Kind is not StoryEventKind.Touch || happened == events.MinBy(one => one.On))
                .GroupBy(happened => (happened.On.Year, happened.Kind, Employer: happened.Kind is StoryEventKind.MovedTo ? happened.Text : ""))
                .Select(same => same.OrderBy(happened => happened.Text.Length == 0).ThenBy(happened => happened.On).First())
                .OrderBy(happened => happened.On).ThenBy(happened => happened.Kind),
        ];
        return all.Count <= Beginning + End ? all : all.Take(Beginning).Concat(all.TakeLast(End));
    }

    private string Later(int gap, CultureInfo culture) => gap switch
    {
        0 => text["time.same"],
        1 => text["time.next"],
        _ => text["time.later", gap.ToWords(culture).Transform(To.SentenceCase)],
    };

    private string Detail(StoryEvent happened)
    {
        if (happened.Text.Length == 0 || happened.Kind is StoryEventKind.WorkedAt or StoryEventKind.MovedTo)
            return happened.Text;
        var shown = Short(happened.Text);
        var word = shown.Split(' ')[0].ToLowerInvariant();
        return happened.Kind is not StoryEventKind.Touch && Things.Contains(word) ? text["detail.with", shown]
            : happened.Kind is StoryEventKind.Received && word.EndsWith("ing", StringComparison.Ordinal) ? text["detail.by", shown]
            : text["detail.plain", shown];
    }

    private static string Short(string told) => told.ReplaceLineEndings(" ").Truncate(LongestText).TrimEnd('.', '!', ' ');

    private static string Year(DateOnly date) => date.Year.ToString(CultureInfo.InvariantCulture);
}
