using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;

namespace NudgeBot.Ledger;

/// <summary>Opens a page of somebody's history: the next one, or the first from somewhere else.</summary>
internal sealed class HistoryAction(History history, IStringLocalizer<LedgerText> text) : IAction
{
    public static string Id => "history";

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken) =>
        await history.PageAsync(turn, HistoryPlace.Read(press.Value), cancellationToken) ?? new Message(text["history.gone"]);
}
