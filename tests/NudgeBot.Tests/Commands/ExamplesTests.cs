using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Commands;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Commands;

/// <summary>The examples that help shows are lines that people copy: they work as they stand.</summary>
public sealed class ExamplesTests
{
    [Fact]
    public async Task Every_example_of_every_command_is_understood_and_touches_nobody_elses_memory()
    {
        await using var bot = new TestBot();
        await bot.SayAsync("dora", "helped ana with the board deck");
        await bot.SayAsync("emil", "helped ana and bob with the board deck");
        var before = await MemoryOfAsync(bot, "dora");

        List<string> misunderstood = [];
        foreach (var command in bot.Services.GetRequiredService<Routes>().Commands.Select(route => route.Info))
        {
            foreach (var example in command.Examples)
            {
                var answers = await bot.SayAsync("emil", example);
                var refusal = string.Create(CultureInfo.InvariantCulture, $"For example: {command.Examples[0]}");
                if (answers.Any(answer => answer.Text.EndsWith(refusal, StringComparison.Ordinal) || answer.Text.StartsWith("I do not know", StringComparison.Ordinal)
                    || answer.Text.StartsWith("Something went wrong", StringComparison.Ordinal)))
                    misunderstood.Add($"{example} → {answers[0].Text}");
            }
        }

        Assert.Empty(misunderstood);
        Assert.NotEmpty(before);
        Assert.Equal(before, await MemoryOfAsync(bot, "dora"));
    }

    [Fact]
    public async Task Every_example_names_its_own_command()
    {
        await using var bot = new TestBot();

        Assert.All(
            bot.Services.GetRequiredService<Routes>().Commands.Select(route => route.Info),
            command => Assert.All(command.Examples, example => Assert.Equal(command.Name, example.Split(' ')[0])));
    }

    /// <summary>What a member keeps, without what others may send them.</summary>
    private static async Task<IReadOnlyList<string>> MemoryOfAsync(TestBot bot, string member) =>
        [.. (await Rows.ReadAsync(bot)).Where(row => row.Contains($"MemberId={member},", StringComparison.Ordinal) && !row.Contains("FromMemberId=", StringComparison.Ordinal))];
}
