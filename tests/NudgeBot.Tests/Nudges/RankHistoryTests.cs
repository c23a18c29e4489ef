using NudgeBot.Nudges;

namespace NudgeBot.Tests.Nudges;

public sealed class RankHistoryTests
{
    private const int Day = 86400;

    private const string Header = "unix_seconds,from,to\n";

    [Fact]
    public async Task The_one_who_fell_silent_comes_before_the_one_in_daily_contact()
    {
        var events = Header + string.Concat(Enumerable.Range(0, 60).Select(day =>
            (day < 30 ? $"{day * Day},1,2\n{day * Day + 9},2,1\n" : "") + $"{day * Day + 10},1,3\n{day * Day + 11},3,1\n"));

        var (exit, answers, _) = await RankAsync(events, $"id,unix_seconds,ego,candidates\n8-1,{60 * Day},1,3;2\n");

        Assert.Equal(0, exit);
        Assert.Equal("id,candidates\n8-1,2;3\n", answers);
    }

    [Fact]
    public async Task Only_what_came_strictly_before_the_question_counts()
    {
        var before = Enumerable.Range(0, 40).Select(day => $"{day * Day},1,{2 + day % 2}\n{day * Day + 1},{2 + day % 2},1\n").ToList();
        var question = $"a,{40 * Day},1,2;3\n";

        var without = await RankAsync(string.Concat(before), question);
        var with = await RankAsync(string.Concat(before) + $"{40 * Day},1,2\n{40 * Day},2,1\n", question);

        Assert.Equal(without, with);
    }

    [Fact]
    public async Task Every_question_is_answered_with_exactly_its_candidates()
    {
        var (exit, answers, _) = await RankAsync(Header, "id,unix_seconds,ego,candidates\nx,5,1,9;7;8\ny,5,2,1\nz,6,3,\n");

        Assert.Equal(0, exit);
        Assert.Equal("id,candidates\nx,7;8;9\ny,1\nz,\n", answers);
    }

    [Theory]
    [InlineData("unix_seconds,from,to\n1,2\n", "q,9,1,2", "Line 2 of the events has 2 columns; expected unix_seconds,from,to.")]
    [InlineData("1,2,3\n\n2,x,3\n", "q,9,1,2", "Line 3 of the events has 'x' in from; expected a whole number.")]
    [InlineData("5,1,2\n4,1,2\n", "q,9,1,2", "Line 2 of the events is earlier than the row before it; sort the file by time.")]
    [InlineData("5,1,2\n", "q,9,1,2;b", "Line 1 of the questions has 'b' in candidates; expected a whole number.")]
    [InlineData("5,1,2\n", "q,9,1,2\nr,8,1,2", "Line 2 of the questions is earlier than the row before it; sort the file by time.")]
    [InlineData("999999999999999,1,2\n", "q,9,1,2", "Line 1 of the events has 999999999999999 in unix_seconds; expected seconds since 1970.")]
    public async Task A_bad_row_is_named_with_what_would_be_right(string events, string questions, string expected)
    {
        var (exit, _, errors) = await RankAsync(events, questions);

        Assert.Equal(1, exit);
        Assert.Equal(expected + "\n", errors);
    }

    private static async Task<(int Exit, string Answers, string Errors)> RankAsync(string events, string questions)
    {
        using var answers = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var exit = await RankHistory.RunAsync(
            new StringReader(events), new StringReader(questions), answers, errors, TestContext.Current.CancellationToken);
        return (exit, answers.ToString(), errors.ToString());
    }
}
