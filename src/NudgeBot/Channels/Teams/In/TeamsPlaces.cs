using System.Text.Json;
using NudgeBot.Channels.Teams.Accounts;
using NudgeBot.Channels.Teams.Cards;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Teams.In;

/// <summary>Which conversation a pressed button is about, where its card stands in somebody's own chat since the conversation has no room for private answers.</summary>
internal sealed class TeamsPlaces(TeamsRooms rooms, TeamsRoster roster)
{
    /// <summary>The press, in the conversation that its card names; as it is where it names none, or one that whoever pressed is not in.</summary>
    /// <param name="pressed">The press.</param>
    /// <param name="activity">What Teams sent.</param>
    /// <param name="data">What the button carried; anybody could have written it.</param>
    public async Task<PressedAction> FindAsync(PressedAction pressed, TeamsActivity activity, JsonElement data) =>
        pressed.Conversation.IsDirect && TeamsJson.Text(data, TeamsActions.Place) is { Length: > 0 } place
        && await rooms.FindAsync(pressed.WorkspaceId, place) is { RemovedAt: null, Scope: not TeamsScope.Personal } room && await roster.IsInAsync(room, activity.From!.Id!)
            ? pressed with { Conversation = Conversation.InChannel(room.ConversationId) }
            : pressed;
}
