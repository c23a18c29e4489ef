using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Storage;

namespace NudgeBot.Circle.Asks;

/// <summary>The buttons under one's own asks.</summary>
internal sealed class AskAction(BotDb db, Asking asking, IStringLocalizer<CircleText> text) : IAction
{
    /// <summary>What a button does, followed by a slash and the ask's id.</summary>
    public const string Done = "done", Reopen = "reopen", Withdraw = "withdraw", Publish = "publish", Hide = "hide";

    public static string Id => "ask.own";

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        if (press.Value?.Split('/') is not [var what, var askId] || !Guid.TryParse(askId, out var id)
            || await db.Set<Ask>().SingleOrDefaultAsync(row => row.AskId == id, cancellationToken) is not { } ask)
            return text["ask.gone"].Value;
        return what switch
        {
            Done => await asking.CloseAsync(turn, ask, cancellationToken) with { Replaces = true },
            Reopen => await asking.ReopenAsync(ask, cancellationToken),
            Withdraw => await asking.WithdrawAsync(turn, ask, cancellationToken),
            Publish => await asking.PublishAsync(turn, ask, cancellationToken),
            Hide => await asking.HideAsync(turn, ask, cancellationToken),
            _ => text["ask.gone"].Value,
        };
    }
}
