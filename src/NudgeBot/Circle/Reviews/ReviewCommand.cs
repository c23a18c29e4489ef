using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;

namespace NudgeBot.Circle.Reviews;

/// <summary><c>review</c>: looks at the circle one person at a time.</summary>
internal sealed class ReviewCommand(Reviewing reviewing, Refusals refusals) : ICommand
{
    public static CommandInfo Info { get; } = new("review", "review");

    public async Task<Reply> RunAsync(Turn turn, string rest, CancellationToken cancellationToken) =>
        Shapes.None(rest) is { Ok: false } wrong
            ? refusals.NotUnderstood(wrong.Error, Info)
            : await reviewing.BeginAsync(turn, cancellationToken);
}
