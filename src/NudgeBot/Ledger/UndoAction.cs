using NudgeBot.Chat;
using NudgeBot.Commands;

namespace NudgeBot.Ledger;

/// <summary>The Undo button under a confirmation.</summary>
internal sealed class UndoAction(Undo undo) : IAction
{
    public static string Id => "undo";

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken) =>
        (await undo.TakeBackAsync(turn, press.Id, cancellationToken)) with { Replaces = true };
}
