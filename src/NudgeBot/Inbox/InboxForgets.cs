using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NudgeBot.Portability;
using NudgeBot.Storage;

namespace NudgeBot.Inbox;

/// <summary>Takes a forgotten member's name out of the answers that are kept for retries, whoever got them. It reads none of them.</summary>
internal sealed class InboxForgets(BotDb db) : IForgets
{
    public async Task ForgetAsync(Forgotten member, CancellationToken cancellationToken)
    {
        if (member.Name is null)
            return;
        var (named, unnamed) = (JsonEncodedText.Encode(member.Name).Value, JsonEncodedText.Encode(member.StandIn).Value);
        await db.Set<InboxEntry>().IgnoreQueryFilters().Where(row => row.WorkspaceId == db.WorkspaceId && row.Answer.Contains(named))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Answer, row => row.Answer.Replace(named, unnamed)), cancellationToken);
    }
}
