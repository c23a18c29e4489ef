using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;

namespace NudgeBot.Circle.Asks;

/// <summary><c>asks</c>: one's own open asks, and those that one is shown.</summary>
internal sealed class AsksCommand(AskList list, Refusals refusals) : ICommand
{
    public static CommandInfo Info { get; } = new("asks", "asks");

    public async Task<Reply> RunAsync(Turn turn, string rest, CancellationToken cancellationToken) =>
        Shapes.None(rest) is { Ok: false } wrong
            ? refusals.NotUnderstood(wrong.Error, Info)
            : await list.ShowAsync(turn, cancellationToken);
}
