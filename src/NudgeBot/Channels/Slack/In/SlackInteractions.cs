using System.Text.Json;
using NudgeBot.Channels.Slack.Accounts;
using NudgeBot.Channels.Slack.Install;
using NudgeBot.Channels.Slack.Out;
using NudgeBot.Inbox;

namespace NudgeBot.Channels.Slack.In;

/// <summary>Handles what people press, choose and send. Slack never repeats these: they are acknowledged when they are written down.</summary>
internal sealed class SlackInteractions(
    SlackInstallations installations, SlackVisitors visitors, SlackCourtesy courtesy, SlackAnswerAddress addresses, SlackAnswers answers,
    SlackSuggestions suggestions, SlackHome home, SlackUnknown unknown, Intake intake)
{
    /// <summary>The actions that the shortcuts of the manifest begin, by the shortcuts' callback ids.</summary>
    public static IReadOnlyDictionary<string, string> Shortcuts { get; } = new Dictionary<string, string> { ["log"] = "log", ["log_message"] = "log" };

    public async Task<SlackAcknowledgement> HandleAsync(JsonElement payload)
    {
        var interaction = payload.Deserialize(SlackPayloadsJson.Default.SlackInteraction)!;
        if (interaction is not { Type.Length: > 0, User.Id.Length: > 0 } || SlackPlace.Of(interaction) is not { IsKnown: true } place)
            return SlackAcknowledgement.Broken;
        if (await place.FindAsync(installations) is not { } access)
            return SlackAcknowledgement.Empty;
        if (!await visitors.IsColleagueAsync(access, interaction.User.Id, interaction.User.TeamId))
        {
            await courtesy.DeclineAsync(access, interaction.User.Id, interaction.Channel?.Id);
            return SlackAcknowledgement.Empty;
        }

        var eventId = SlackReader.EventId(interaction.TriggerId, payload);
        return interaction.Type switch
        {
            "block_actions" => await PressAsync(interaction, access, eventId),
            "view_submission" => await SubmitAsync(interaction, access, eventId),
            "shortcut" or "message_action" => await ShortcutAsync(interaction, access, eventId),
            "block_suggestion" => await suggestions.AnswerAsync(access, interaction),
            var other => Ignore(other),
        };
    }

    private SlackAcknowledgement Ignore(string type)
    {
        if (type is not "view_closed")
            unknown.Met(type);
        return SlackAcknowledgement.Empty;
    }

    private async Task<SlackAcknowledgement> PressAsync(SlackInteraction interaction, SlackAccess access, string eventId)
    {
        var address = addresses.Seal(interaction.ResponseUrl);
        foreach (var (place, action) in (interaction.Actions ?? []).Index())
        {
            if (SlackReader.Read(interaction, action, access, address, $"{eventId}:{place}") is not { } pressed)
                continue;
            var receipt = await intake.HandleAsync(pressed);
            if (!receipt.Accepted)
                return SlackAcknowledgement.Later;
            if (receipt.Reply is { } reply)
                await answers.OpenAsync(access, pressed, interaction.TriggerId, reply);
        }

        if (interaction.ViewType is "home")
            home.Refresh(access, interaction.User!.Id!);
        return SlackAcknowledgement.Empty;
    }

    private async Task<SlackAcknowledgement> SubmitAsync(SlackInteraction interaction, SlackAccess access, string eventId)
    {
        if (SlackReader.ReadForm(interaction, access, eventId) is not { } sent)
            return SlackAcknowledgement.Empty;
        var receipt = await intake.HandleAsync(sent);
        if (!receipt.Accepted)
            return SlackAcknowledgement.Later;
        home.RefreshShown(access, interaction.User!.Id!);
        // Slack takes nothing but a view here: what else there is to say follows.
        return receipt.Reply?.Messages.FirstOrDefault(message => message.Form is not null) is { } form
            ? await answers.AgainAsync(form, sent, interaction.View)
            : SlackAcknowledgement.Empty;
    }

    private async Task<SlackAcknowledgement> ShortcutAsync(SlackInteraction interaction, SlackAccess access, string eventId)
    {
        if (interaction.CallbackId is null || !Shortcuts.TryGetValue(interaction.CallbackId, out var actionId))
            return SlackAcknowledgement.Empty;
        var names = await visitors.OutsidersAsync(access, $"{SlackReader.Author(interaction.Message, access)} {interaction.Message?.Text}");
        var used = SlackReader.ReadShortcut(interaction, actionId, access, names, addresses.Seal(interaction.ResponseUrl), eventId);
        var receipt = await intake.HandleAsync(used);
        if (receipt.Reply is { } reply)
            await answers.OpenAsync(access, used, interaction.TriggerId, reply);
        return receipt.Accepted ? SlackAcknowledgement.Empty : SlackAcknowledgement.Later;
    }
}
