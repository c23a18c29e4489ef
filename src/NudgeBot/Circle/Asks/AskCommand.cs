using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;

namespace NudgeBot.Circle.Asks;

/// <summary><c>ask somebody who knows tax law</c>: something the member would like help with, shown to their circle only.</summary>
internal sealed class AskCommand(Asking asking, Refusals refusals) : ICommand
{
    public static CommandInfo Info { get; } = new("ask", "ask who knows a good tax adviser?", "ask somebody to read my talk by friday");

    public async Task<Reply> RunAsync(Turn turn, string rest, CancellationToken cancellationToken)
    {
        var parsed = Shapes.Text(rest);
        return parsed.Ok ? await asking.AskAsync(turn, parsed.Value, cancellationToken) : refusals.NotUnderstood(parsed.Error, Info);
    }
}
