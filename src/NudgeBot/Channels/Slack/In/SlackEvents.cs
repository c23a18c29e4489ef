using System.Text.Json;
using System.Text.Json.Nodes;
using NudgeBot.Channels.Slack.Accounts;
using NudgeBot.Channels.Slack.Install;
using NudgeBot.Channels.Slack.Out;
using NudgeBot.Inbox;

namespace NudgeBot.Channels.Slack.In;

/// <summary>Handles what Slack tells by itself. It repeats what is not acknowledged, with the same event id, in any order.</summary>
internal sealed class SlackEvents(
    SlackInstallations installations, SlackVisitors visitors, SlackCourtesy courtesy, SlackColleagues colleagues, SlackRosterWorker rosters, SlackRemoval removal,
    SlackHome home, SlackUnknown unknown, Intake intake)
{
    /// <summary>What the manifest subscribes to.</summary>
    public static IReadOnlyList<string> Handled { get; } =
        ["app_home_opened", "app_mention", "app_uninstalled", "member_joined_channel", "message.im", "team_access_granted", "team_join", "tokens_revoked", "user_change"];

    public async Task<SlackAcknowledgement> HandleAsync(JsonElement payload)
    {
        var envelope = payload.Deserialize(SlackPayloadsJson.Default.SlackEventEnvelope)!;
        switch (envelope.Type)
        {
            case "url_verification":
                return envelope.Challenge is { } challenge ? new(new JsonObject { ["challenge"] = challenge }) : SlackAcknowledgement.Broken;
            case "event_callback":
                return envelope is { EventId.Length: > 0, Event.ValueKind: JsonValueKind.Object } && SlackPlace.Of(envelope) is { IsKnown: true } place
                    ? await HandleAsync(envelope, place)
                    : SlackAcknowledgement.Broken;
            case null:
                return SlackAcknowledgement.Broken;
            default:
                unknown.Met(envelope.Type);
                return SlackAcknowledgement.Empty;
        }
    }

    private async Task<SlackAcknowledgement> HandleAsync(SlackEventEnvelope envelope, SlackPlace place)
    {
        var happened = envelope.Event.Deserialize(SlackPayloadsJson.Default.SlackEvent)!;
        if (happened.Type is not { } type)
            return SlackAcknowledgement.Broken;

        // These two come when the token is gone already, in either order.
        if (type is "app_uninstalled" || (type is "tokens_revoked" && happened.EndsBotToken))
        {
            if (place.Removed is { } workspaceId)
                await removal.RunAsync(workspaceId, CancellationToken.None);
            return SlackAcknowledgement.Empty;
        }

        if (await place.FindAsync(installations) is not { } access)
            return SlackAcknowledgement.Empty;
        switch (type)
        {
            case "app_mention" or "message":
                return await HearAsync(happened, access, envelope.EventId!);
            case "app_home_opened" when happened is { Tab: "home", UserId: { } looker }:
                if (await visitors.IsColleagueAsync(access, looker, null))
                    home.Refresh(access, looker);
                break;
            case "team_join" or "user_change" when happened.User.ValueKind is JsonValueKind.Object:
                await colleagues.LearnAsync(access, happened.User.Deserialize(SlackPayloadsJson.Default.SlackDirectoryUser)!, CancellationToken.None);
                break;
            case "team_access_granted":
                rosters.Ask(access.WorkspaceId);
                break;
            case "member_joined_channel" when happened is { Inviter: { Length: > 0 } inviter, ChannelId: { Length: > 0 } channel } && happened.UserId == access.BotUserId:
                return await ArriveAsync(access, inviter, channel, envelope.EventId!);
            case "app_home_opened" or "tokens_revoked" or "team_access_revoked" or "member_joined_channel" or "member_left_channel":
                break;
            default:
                unknown.Met(type);
                break;
        }

        return SlackAcknowledgement.Empty;
    }

    private async Task<SlackAcknowledgement> HearAsync(SlackEvent message, SlackAccess access, string eventId)
    {
        if (!IsForUs(message, access))
            return SlackAcknowledgement.Empty;
        var names = visitors.OutsidersAsync(access, message.Text ?? "");
        if (!await visitors.IsColleagueAsync(access, message.UserId!, message.AuthorTeam))
        {
            await courtesy.DeclineAsync(access, message.UserId!, message.ChannelId);
            return SlackAcknowledgement.Empty;
        }

        var receipt = await intake.HandleAsync(SlackReader.Read(message, access, await names, eventId));
        return receipt.Accepted ? SlackAcknowledgement.Empty : SlackAcknowledgement.Later;
    }

    /// <summary>NudgeBot was brought into a channel: whoever did it is shown, where only they see it, what it can do there.</summary>
    private async Task<SlackAcknowledgement> ArriveAsync(SlackAccess access, string inviter, string channelId, string eventId)
    {
        if (!await visitors.IsColleagueAsync(access, inviter, null))
            return SlackAcknowledgement.Empty;
        var receipt = await intake.HandleAsync(SlackReader.ReadArrival(access, inviter, channelId, eventId));
        return receipt.Accepted ? SlackAcknowledgement.Empty : SlackAcknowledgement.Later;
    }

    /// <summary>What a person wrote just now: in the direct chat, or naming NudgeBot in a channel. Not what apps wrote, NudgeBot among them, nor what changed.</summary>
    private static bool IsForUs(SlackEvent message, SlackAccess access) =>
        message is { BotId: null, Subtype: null or "file_share" or "thread_broadcast", Edited.ValueKind: JsonValueKind.Undefined or JsonValueKind.Null, UserId.Length: > 0, ChannelId.Length: > 0 }
        && message.UserId != access.BotUserId
        && message.ChannelId.StartsWith('D') == message.Type is "message";
}
