using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;
using NudgeBot.Storage;

namespace NudgeBot.Circle.Asks;

/// <summary><c>done 3</c>: closes one of one's own asks by its number.</summary>
internal sealed class DoneCommand(BotDb db, Asking asking, AskList list, Refusals refusals, IStringLocalizer<CircleText> text) : ICommand
{
    public static CommandInfo Info { get; } = new("done", "done 3");

    public async Task<Reply> RunAsync(Turn turn, string rest, CancellationToken cancellationToken)
    {
        var parsed = Shapes.Count(rest);
        if (!parsed.Ok)
            return refusals.NotUnderstood(parsed.Error, Info);
        if (parsed.Value is not { } number)
            return await list.ShowAsync(turn, cancellationToken);
        return await db.Set<Ask>().SingleOrDefaultAsync(row => row.ClosedAt == null && row.Number == number, cancellationToken) is { } ask
            ? await asking.CloseAsync(turn, ask, cancellationToken)
            : text["done.unknown", number].Value;
    }
}
