using Microsoft.EntityFrameworkCore;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;
using NudgeBot.Storage;

namespace NudgeBot.Ledger;

/// <summary><c>undo</c>: takes back the last record, within a day.</summary>
internal sealed class UndoCommand(BotDb db, Undo undo, Refusals refusals) : ICommand
{
    public static CommandInfo Info { get; } = new("undo", "undo");

    public async Task<Reply> RunAsync(Turn turn, string rest, CancellationToken cancellationToken)
    {
        if (Shapes.None(rest) is { Ok: false } wrong)
            return refusals.NotUnderstood(wrong.Error, Info);
        var last = await db.Set<Entry>().OrderByDescending(row => row.RecordedAt).ThenByDescending(row => row.EntryId)
            .Select(row => row.EntryId).FirstOrDefaultAsync(cancellationToken);
        return await undo.TakeBackAsync(turn, last, cancellationToken);
    }
}
