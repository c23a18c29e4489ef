using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Storage;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Circle.Mutual;

/// <summary>What a prober sees, and how long it takes, is the same whether or not the other one chose them.</summary>
public sealed class NothingToTellTests
{
    [Fact]
    public async Task Every_answer_and_every_question_to_the_database_is_the_same_whether_the_other_one_chose_or_not()
    {
        var chosen = await ProbeAsync("choose ana because we think alike");
        var notChosen = await ProbeAsync("choose chen because we think alike");

        Assert.Equal(notChosen.Answers, chosen.Answers);
        Assert.Equal(notChosen.Asked, chosen.Asked);
    }

    [Fact]
    public void Letters_are_named_only_where_mutual_choice_is_settled()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "NudgeBot.sln")))
            root = root.Parent;
        var source = Path.Combine(root.FullName, "src", "NudgeBot");

        var naming = Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("Migrations", StringComparison.Ordinal) && !Path.GetRelativePath(source, file).StartsWith("obj", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file) is var text
                && (text.Contains("ChoiceLetter>", StringComparison.Ordinal) || text.Contains("Revelation>", StringComparison.Ordinal)))
            .Select(Path.GetFileName).Order(StringComparer.Ordinal);

        Assert.Equal(["ChoiceLetter.cs", "ChoiceLetters.cs", "Reveal.cs", "Revelation.cs"], naming);
    }

    /// <summary>Ana tries everything she can short of waiting for the day, while Bob has said something before.</summary>
    private static async Task<(List<string> Answers, List<string> Asked)> ProbeAsync(string bobSaid)
    {
        await using var bot = new TestBot();
        await bot.SayAsync("bob", bobSaid);
        await bot.TapAsync("bob", await bot.OneAsync("bob", "circle"), "Show mutual choices");
        await bot.SayAsync("ana", "choose chen because he listens");
        using var listener = new Statements(bot);

        List<string> answers = [];
        async Task<TestMessage> HearAsync(Task<TestMessage> answer)
        {
            var message = await answer;
            answers.Add(message.Text);
            return message;
        }

        await HearAsync(bot.TapAsync("ana", await HearAsync(bot.OneAsync("ana", "circle")), "Show mutual choices"));
        await HearAsync(bot.OneAsync("ana", "choose bob because I wonder"));
        await HearAsync(bot.OneAsync("ana", "choose bob inner"));
        await HearAsync(bot.OneAsync("ana", "review"));
        await HearAsync(bot.OneAsync("ana", "ask who chose me?"));
        await HearAsync(bot.OneAsync("ana", "asks"));
        await HearAsync(bot.TapAsync("ana", await HearAsync(bot.OneAsync("ana", "release bob")), "Undo"));
        await HearAsync(bot.TapAsync("ana", await HearAsync(bot.OneAsync("ana", "circle")), "Keep my choices hidden"));
        return (answers, listener.Texts);
    }

    /// <summary>Collects the statements that one bot sends to its database.</summary>
    private sealed class Statements : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly string database;
        private readonly List<IDisposable> subscriptions = [];

        public Statements(TestBot bot)
        {
            using var scope = bot.Services.CreateScope();
            database = scope.ServiceProvider.GetRequiredService<BotDb>().Database.GetConnectionString()!;
            subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public List<string> Texts { get; } = [];

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
                subscriptions.Add(value.Subscribe(this));
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == RelationalEventId.CommandExecuted.Name && value.Value is CommandExecutedEventData { Context: { } context } executed
                && context.Database.GetConnectionString() == database)
                Texts.Add(executed.Command.CommandText);
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose() => subscriptions.ForEach(subscription => subscription.Dispose());
    }
}
