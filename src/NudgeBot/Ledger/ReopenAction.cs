using NudgeBot.Chat;
using NudgeBot.Commands;

namespace NudgeBot.Ledger;

/// <summary>A need or a follow-up was closed by mistake.</summary>
internal sealed class ReopenAction(Closing closing) : IAction
{
    public static string Id => "entry.reopen";

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken) =>
        (await closing.SetAsync(turn, press.Id, closed: false, cancellationToken)) with { Replaces = true };
}
