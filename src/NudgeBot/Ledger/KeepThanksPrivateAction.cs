using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;

namespace NudgeBot.Ledger;

/// <summary>The thanks stay between the member and their memory.</summary>
internal sealed class KeepThanksPrivateAction(Records records, ThanksCard card, IStringLocalizer<LedgerText> text) : IAction
{
    public static string Id => "thanks.private";

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken) =>
        await records.FindAsync(press.Id, cancellationToken) is var (entry, persons)
            ? (await card.ShowAsync(turn, entry, persons, cancellationToken, isPrivate: true)) with { Replaces = true }
            : new Message(text["thanks.gone"], Replaces: true);
}
