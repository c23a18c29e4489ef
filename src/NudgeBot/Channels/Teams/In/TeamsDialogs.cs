using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using NudgeBot.Channels.Teams.Cards;
using NudgeBot.Channels.Teams.Out;
using NudgeBot.Chat;
using NudgeBot.Inbox;

namespace NudgeBot.Channels.Teams.In;

/// <summary>Opens forms as dialogs and takes them back; one with a fault is shown again, with what is wrong above its fields.</summary>
internal sealed class TeamsDialogs(Intake intake, TeamsDrawing drawing, IStringLocalizer<TeamsWords> text)
{
    /// <summary>The message whose button opened the dialog, so that its answer can take that one's place.</summary>
    private const string Message = "_message";

    public async Task<TeamsResponse> HandleAsync(TeamsActivity activity)
    {
        var data = TeamsJson.Part(activity.Value, "data");
        if (TeamsActions.Read(data) is not var (actionId, value, fields))
            return TeamsResponse.Broken;
        var isSent = activity.Name is "task/submit";
        var messageId = isSent ? TeamsJson.Text(data, Message) : activity.ReplyToId;
        return await RunAsync(TeamsReader.Pressed(activity, actionId, value, fields, messageId), isSent, messageId);
    }

    /// <summary>Runs an action whose form opens in a dialog, or was sent from one.</summary>
    public async Task<TeamsResponse> RunAsync(PressedAction pressed, bool isSent, string? messageId)
    {
        var receipt = await intake.HandleAsync(pressed);
        if (!receipt.Accepted)
            return Tell(text["busy"]);
        if (receipt.Reply?.Messages.FirstOrDefault(message => message.Form is not null) is { } form)
            return Show(form, TeamsForms.Write(form, isDialog: true, await drawing.NamesAsync(pressed.WorkspaceId, form.Form!), text), messageId);
        // What there is to say stands in the chat; the dialog closes.
        return isSent ? TeamsResponse.Taken : Tell(receipt.Reply?.Messages is [var first, ..] ? first.Text : text["done"]);
    }

    private static TeamsResponse Show(Message message, TeamsCard card, string? messageId)
    {
        if (messageId is not null)
            card.Actions![0].Data[Message] = messageId;
        return Dialog("continue", new JsonObject
        {
            ["title"] = message.Form!.Title,
            ["height"] = message.Form.Fields.Count > 3 ? "large" : "medium",
            ["width"] = "medium",
            ["card"] = TeamsActivities.Attachment(card),
        });
    }

    private static TeamsResponse Tell(string words) => Dialog("message", JsonValue.Create(words));

    private static TeamsResponse Dialog(string type, JsonNode value) => TeamsResponse.Of(new JsonObject { ["task"] = new JsonObject { ["type"] = type, ["value"] = value } });
}
