namespace NudgeBot.Benchmarks.Runs;

/// <summary>The part of a <see cref="Town"/> that is on one platform: what its people say there and are told, and how the platform fails.</summary>
internal interface IQuarter
{
    /// <summary>Who lives there, by ids that no other quarter has.</summary>
    IReadOnlyList<string> People { get; }

    /// <summary>How many calls of the program's there were so far.</summary>
    int Calls { get; }

    /// <summary>Waits until the program answers here.</summary>
    Task AwakeAsync();

    /// <summary>Takes somebody in who has no day off while a run may last, and whose regular nudge comes on that day.</summary>
    Task WelcomeAsync(string person, DayOfWeek day);

    /// <summary>Says a line, and returns how it was taken.</summary>
    Task<Said> SayAsync(string person, string line);

    /// <summary>Says a line, and waits for an answer in which a word is; it follows where the machine is busy.</summary>
    Task HearAsync(string person, string line, string word);

    /// <summary>Whatever was answered, with the <see cref="Said.Key"/> of what it answers.</summary>
    IEnumerable<(string Key, string Words)> Answers();

    /// <summary>How many nudges somebody got.</summary>
    int Nudges(string person);

    /// <summary>Messages that came twice, though the platform's history tells.</summary>
    IReadOnlyList<string> Doubled();

    /// <summary>Lets a call that comes next go wrong.</summary>
    void Fail(Random dice);
}

/// <summary>How a line was taken.</summary>
/// <param name="Key">By which its answers are known.</param>
/// <param name="Answer">What came with the acknowledgement, an empty text where the answer follows; null where nothing was acknowledged.</param>
internal sealed record Said(string Key, string? Answer);
