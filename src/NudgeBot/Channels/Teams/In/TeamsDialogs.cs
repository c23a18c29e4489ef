using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using NudgeBot.Channels.Teams.Cards;
using NudgeBot.Channels.Teams.Out;
using NudgeBot.Chat;
using NudgeBot.Inbox;

namespace NudgeBot.Channels.Teams.In;

/// <summary>Opens forms as dialogs and takes them back; one with a fault is shown again, with what is wrong above its field.</summary>
internal sealed class TeamsDialogs(Intake intake, TeamsPlaces places, TeamsDrawing drawing, IStringLocalizer<TeamsWords> text)
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
        var isTargeted = TeamsActions.IsTargeted(data);
        var pressed = await places.FindAsync(TeamsReader.Pressed(activity, actionId, value, fields, messageId, isTargeted), activity, data);
        JsonObject carried = [];
        if (messageId is not null)
            carried[Message] = messageId;
        if (isTargeted)
            carried[TeamsActions.Targeted] = true;
        if (TeamsJson.Text(data, TeamsActions.Place) is { } place)
            carried[TeamsActions.Place] = place;
        return await RunAsync(pressed, closes: isSent, carried);
    }

    /// <summary>Runs an action whose form opens in a dialog, or was sent from one.</summary>
    /// <param name="pressed">The action.</param>
    /// <param name="closes">Whether the dialog just closes where no form is left, since its answer stands in the chat that it was opened in.</param>
    /// <param name="carried">What the form carries besides; null for nothing.</param>
    public async Task<TeamsResponse> RunAsync(PressedAction pressed, bool closes, JsonObject? carried = null)
    {
        var receipt = await intake.HandleAsync(pressed);
        if (!receipt.Accepted)
            return Tell(text["busy"]);
        if (receipt.Reply?.Messages.FirstOrDefault(message => message.Form is not null) is { } form)
            return Show(form, TeamsForms.Write(form, isDialog: true, await drawing.NamesAsync(pressed.WorkspaceId, form.Form!), text), carried ?? []);
        return closes ? TeamsResponse.Taken : Tell(receipt.Reply?.Messages is [var first, ..] ? first.Text : text["done"]);
    }

    private static TeamsResponse Show(Message message, TeamsCard card, JsonObject carried)
    {
        foreach (var (key, value) in carried)
            card.Actions![0].Data[key] = value!.DeepClone();
        return Dialog(message.Form!.Title, message.Form.Fields.Count > 3 ? "large" : "medium", card);
    }

    /// <summary>Words in place of a form, as a card: a plain message is the other way, of which Microsoft's own Playground shows nothing.</summary>
    private static TeamsResponse Tell(string words) => Dialog("NudgeBot", "small", new TeamsCard([.. TeamsParts.Paragraph(words)]) { FallbackText = words });

    private static TeamsResponse Dialog(string title, string height, TeamsCard card) => TeamsResponse.Of(new JsonObject
    {
        ["task"] = new JsonObject
        {
            ["type"] = "continue",
            ["value"] = new JsonObject { ["title"] = title, ["height"] = height, ["width"] = "medium", ["card"] = TeamsActivities.Attachment(card) },
        },
    });
}
