using NudgeBot.Chat;
using NudgeBot.Commands;

namespace NudgeBot.Tests.Inbox;

/// <summary>Holds a command, and with it the database's writer, until the test lets it go.</summary>
internal sealed class Gate
{
    public TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource<string> Open { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>Answers when the test lets it.</summary>
internal sealed class GatedCommand(Gate gate) : ICommand
{
    public static CommandInfo Info { get; } = new("gated", "gated");

    public async Task<Reply> RunAsync(Turn turn, string text, CancellationToken cancellationToken)
    {
        gate.Entered.TrySetResult();
        return await gate.Open.Task.WaitAsync(cancellationToken);
    }
}
