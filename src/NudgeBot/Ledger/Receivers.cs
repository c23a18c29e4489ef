using System.Globalization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Delivery;
using NudgeBot.Members;

namespace NudgeBot.Ledger;

/// <summary>Gives the turn of a colleague who is written to because of somebody else's record, and who may never have written to the bot.</summary>
internal sealed class Receivers(Turns turns)
{
    /// <summary>The receiver's own turn; English and UTC for somebody who never wrote.</summary>
    public async Task<Turn> EnterAsync(Due due, CancellationToken cancellationToken) =>
        (await turns.EnterAsync(due, cancellationToken))?.Turn
        ?? new Turn(due.WorkspaceId, due.MemberId, Conversation.With(due.MemberId), due.Now, TimeZoneInfo.Utc, CultureInfo.GetCultureInfo("en"));
}
