using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;

namespace NudgeBot.Circle;

/// <summary><c>circle</c>: who holds a seat and why, and who is at rest.</summary>
internal sealed class CircleCommand(CircleCard card, Refusals refusals) : ICommand
{
    public static CommandInfo Info { get; } = new("circle", "circle");

    public async Task<Reply> RunAsync(Turn turn, string rest, CancellationToken cancellationToken) =>
        Shapes.None(rest) is { Ok: false } wrong
            ? refusals.NotUnderstood(wrong.Error, Info)
            : await card.ShowAsync(turn, cancellationToken);
}
