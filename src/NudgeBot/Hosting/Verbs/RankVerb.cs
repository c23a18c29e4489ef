using System.CommandLine;
using System.Text;
using NudgeBot.Nudges;

namespace NudgeBot.Hosting.Verbs;

/// <summary><c>rank</c>: the ranking of nudges on somebody else's history, so that its worth can be measured.</summary>
internal static class RankVerb
{
    public static Command Create()
    {
        var events = new Option<string>("--events") { Description = "CSV of contacts, \"unix_seconds,from,to\", sorted by time", HelpName = "EVENTS.csv", Required = true };
        var questions = new Option<string>("--questions") { Description = "CSV of questions, \"id,unix_seconds,ego,candidates\", candidates separated by ;", HelpName = "QUESTIONS.csv", Required = true };
        var command = new Command("rank", """
            Order candidates as nudges would suggest them, from the events before each question alone. Writes "id,candidates" to standard output.
            Example: dotnet run --project src/NudgeBot -- rank --events events.csv --questions questions.csv
            """) { events, questions };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var (history, asked) = (parse.GetRequiredValue(events), parse.GetRequiredValue(questions));
            try
            {
                // Reading from files never waits; the progress is told from this thread.
                var work = Task.Run(() => AnswerAsync(history, asked, parse.InvocationConfiguration.Error, cancellationToken), cancellationToken);
                var start = TimeProvider.System.GetTimestamp();
                await Progress.TellAsync(
                    work, () => $"Ranking for {TimeProvider.System.GetElapsedTime(start).TotalSeconds:0} s…", TimeProvider.System, parse, cancellationToken);
                return await work;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                return parse.Fail(error.Message);
            }
        });
        return command;
    }

    private static async Task<int> AnswerAsync(string events, string questions, TextWriter errors, CancellationToken cancellationToken)
    {
        using var history = new StreamReader(events);
        using var asked = new StreamReader(questions);
        await using var answers = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), bufferSize: 1 << 16);
        return await RankHistory.RunAsync(history, asked, answers, errors, cancellationToken);
    }
}
