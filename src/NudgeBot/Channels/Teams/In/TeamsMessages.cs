using NudgeBot.Channels.Teams.Cards;
using NudgeBot.Inbox;

namespace NudgeBot.Channels.Teams.In;

/// <summary>Handles what people write, and what older clients send when a button is pressed.</summary>
internal sealed class TeamsMessages(TeamsReader reader, TeamsPlaces places, Intake intake)
{
    public async Task<TeamsResponse> HandleAsync(TeamsActivity activity)
    {
        if (activity.Id is not { Length: > 0 })
            return TeamsResponse.Broken;
        if (TeamsActions.Read(activity.Value) is var (actionId, value, fields))
        {
            var pressed = TeamsReader.Pressed(activity, actionId, value, fields, isTargeted: TeamsActions.IsTargeted(activity.Value));
            return Answer(await intake.HandleAsync(await places.FindAsync(pressed, activity, activity.Value)));
        }

        return await reader.TypedAsync(activity) is { } typed ? Answer(await intake.HandleAsync(typed)) : TeamsResponse.Taken;
    }

    private static TeamsResponse Answer(Receipt receipt) => receipt.Accepted ? TeamsResponse.Taken : TeamsResponse.Busy;
}
