using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NudgeBot.Chat;
using NudgeBot.Portability;
using NudgeBot.Storage;

namespace NudgeBot.Channels.Local;

/// <summary>Takes a forgotten member out of the built-in workspace's chats, as nobody else plays the platform there.</summary>
internal sealed class LocalForgets(BotDb db) : IForgets
{
    private static readonly string Nothing = JsonSerializer.Serialize(new Message(""), ChatJson.Default.Message);

    public async Task ForgetAsync(Forgotten member, CancellationToken cancellationToken)
    {
        var rows = db.Set<LocalMessage>();
        var theirs = rows.Where(row =>
            (row.IsDirect && row.ConversationId == member.MemberId) || row.From == member.MemberId || row.EphemeralFor == member.MemberId);
        // Ids go on from the last message: it stays, empty and in nobody's chat, so that no id is given twice.
        var last = await rows.MaxAsync(row => (long?)row.MessageId, cancellationToken);
        await theirs.Where(row => row.MessageId == last).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.ConversationId, "").SetProperty(row => row.IsDirect, true).SetProperty(row => row.EphemeralFor, (string?)null)
                .SetProperty(row => row.From, LocalWorkspace.BotId).SetProperty(row => row.Body, Nothing).SetProperty(row => row.DeliveryId, (Guid?)null),
            cancellationToken);
        await theirs.ExecuteDeleteAsync(cancellationToken);
        if (member.Name is not { } name)
            return;
        var (named, unnamed) = (JsonEncodedText.Encode(name).Value, JsonEncodedText.Encode(member.StandIn).Value);
        await rows.Where(row => row.Body.Contains(named))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Body, row => row.Body.Replace(named, unnamed)), cancellationToken);
    }
}
