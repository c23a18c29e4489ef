using System.Text.Json;
using NudgeBot.Chat;

namespace NudgeBot.Tests.Inbox;

public sealed class IncomingJsonTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Kinds => [.. typeof(Incoming).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Incoming))).Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_event_can_be_noted_down_and_read_again(string kind)
    {
        var type = typeof(Incoming).Assembly.GetTypes().Single(type => type.IsSubclassOf(typeof(Incoming)) && type.Name == kind);
        var values = type.GetConstructors()[0].GetParameters().Select(parameter => Some(parameter.ParameterType)).ToArray();
        var written = (Incoming)Activator.CreateInstance(type, values)! with { At = At, AnswerAddress = "sealed", AnswersFollow = true };

        var json = JsonSerializer.Serialize(written, ChatJson.Default.Incoming);
        var read = JsonSerializer.Deserialize(json, ChatJson.Default.Incoming)!;

        Assert.Equal(type, read.GetType());
        Assert.Equal(json, JsonSerializer.Serialize(read, ChatJson.Default.Incoming));
        Assert.Equal((At, "sealed", true, "x"), (read.At, read.AnswerAddress, read.AnswersFollow, read.EventId));
    }

    private static object? Some(Type type) =>
        type == typeof(string) ? "x"
        : type == typeof(Conversation) ? new Conversation("x", IsDirect: true)
        : type == typeof(IReadOnlyDictionary<string, string>) ? new Dictionary<string, string> { ["x"] = "y" }
        : type.IsValueType ? Activator.CreateInstance(type) : null;
}
