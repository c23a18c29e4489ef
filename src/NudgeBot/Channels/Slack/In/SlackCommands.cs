using System.Text.Json;
using Microsoft.Extensions.Localization;
using NudgeBot.Channels.Slack.Accounts;
using NudgeBot.Channels.Slack.Install;
using NudgeBot.Chat;
using NudgeBot.Inbox;

namespace NudgeBot.Channels.Slack.In;

/// <summary>Handles slash commands: <c>/nudge …</c>.</summary>
internal sealed class SlackCommands(
    SlackInstallations installations, SlackVisitors visitors, SlackAnswerAddress addresses, SlackAnswers answers, Intake intake, IStringLocalizer<SlackInboundText> text)
{
    public async Task<SlackAcknowledgement> HandleAsync(JsonElement payload)
    {
        var command = payload.Deserialize(SlackPayloadsJson.Default.SlackCommandPayload)!;
        if (command is not { UserId.Length: > 0, ChannelId.Length: > 0 } || SlackPlace.Of(command) is not { IsKnown: true } place)
            return SlackAcknowledgement.Broken;
        if (await place.FindAsync(installations) is not { } access)
            return SlackAnswers.Response(new Message(text["not.installed"]));

        // Both at once: each may ask Slack.
        var names = visitors.OutsidersAsync(access, command.Text ?? "");
        if (!await visitors.IsColleagueAsync(access, command.UserId, command.TeamId))
            return SlackAnswers.Response(new Message(text["visitor"]));

        var typed = SlackReader.Read(command, access, await names, addresses.Seal(command.ResponseUrl), SlackReader.EventId(command.TriggerId, payload));
        var receipt = await intake.HandleAsync(typed);
        if (!receipt.Accepted)
            return SlackAnswers.Response(new Message(text["busy"]));
        if (receipt.Reply is not { } reply)
            return SlackAcknowledgement.Empty;
        await answers.OpenAsync(access, typed, command.TriggerId, reply);
        return typed.Here(reply) is { } here
            ? SlackAnswers.Response(here) with { Unsaid = () => intake.FollowAsync(typed, [here], CancellationToken.None) }
            : SlackAcknowledgement.Empty;
    }
}
