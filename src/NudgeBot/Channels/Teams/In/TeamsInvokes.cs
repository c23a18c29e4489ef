using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using NudgeBot.Channels.Teams.Cards;
using NudgeBot.Channels.Teams.Out;
using NudgeBot.Chat;
using NudgeBot.Digests;
using NudgeBot.Inbox;
using NudgeBot.Storage;

namespace NudgeBot.Channels.Teams.In;

/// <summary>Handles what asks for an answer in the response itself: pressed buttons, dialogs, and the message extension.</summary>
internal sealed class TeamsInvokes(
    Intake intake, UnitOfWork work, TeamsDialogs dialogs, TeamsPlaces places, TeamsDrawing drawing, TeamsViews views, TeamsExtension extension, TeamsUnknown unknown, IStringLocalizer<TeamsWords> text)
{
    private const string MessageType = "application/vnd.microsoft.activity.message", ErrorType = "application/vnd.microsoft.error";

    public async Task<TeamsResponse> HandleAsync(TeamsActivity activity)
    {
        switch (activity.Name)
        {
            case "adaptiveCard/action":
                return await ActAsync(activity);
            case "task/fetch" or "task/submit":
                return await dialogs.HandleAsync(activity);
            case "composeExtension/query" or "composeExtension/fetchTask" or "composeExtension/submitAction":
                return await extension.HandleAsync(activity);
            case null:
                return TeamsResponse.Broken;
            default:
                unknown.Met(activity.Name);
                return TeamsResponse.NotImplemented;
        }
    }

    /// <summary>
    /// A pressed button. What takes the card's place is answered at once, for whoever pressed it, and goes out as a change of the message as
    /// well, for everybody else and for the next look at it.
    /// </summary>
    private async Task<TeamsResponse> ActAsync(TeamsActivity activity)
    {
        var action = TeamsJson.Part(activity.Value, "action");
        if (action.ValueKind is not JsonValueKind.Object)
            return TeamsResponse.Broken;
        var data = TeamsJson.Part(action, "data");
        if (TeamsActions.Read(data) is not var (actionId, value, fields))
            return Unknown();
        if (actionId is TeamsActions.View)
            return await LookAsync(activity, value);
        var isTargeted = TeamsActions.IsTargeted(data);
        // Nobody else sees the card that the button stands on.
        var isOwn = isTargeted || activity.Conversation!.ConversationType is "personal";
        var pressed = await places.FindAsync(TeamsReader.Pressed(activity, actionId, value, fields, isTargeted: isTargeted), activity, data);
        var receipt = await intake.HandleAsync(pressed);
        if (!receipt.Accepted)
            return Say(StatusCodes.Status500InternalServerError, ErrorType, new JsonObject { ["code"] = "Busy", ["message"] = text["busy"].Value });
        var messages = receipt.Reply?.Messages ?? [];
        if (messages.FirstOrDefault(message => message.Form is not null) is { } form)
            return await InsteadAsync(pressed, isTargeted, TeamsForms.Write(form, isDialog: false, await drawing.NamesAsync(activity.TenantId!, form.Form!), text));
        if (messages.FirstOrDefault(message => message.Replaces) is { } instead && isOwn)
            return await InsteadAsync(pressed, isTargeted, TeamsWriter.Write(instead.Card is null ? instead with { Card = new Card(new Paragraph(instead.Text)) } : instead, drawing.Opens)[0]);
        return Say(StatusCodes.Status200OK, MessageType, text[isOwn ? "done.here" : "private"].Value);
    }

    /// <summary>A card for whoever pressed, in the place of the one that they pressed a button of: it stands in the same place, and is about the same.</summary>
    private async Task<TeamsResponse> InsteadAsync(PressedAction pressed, bool isTargeted, TeamsCard card)
    {
        var activity = TeamsActivities.Card(card, null);
        if (isTargeted)
            TeamsActivities.Carry(activity, TeamsActions.Targeted, JsonValue.Create(true));
        else if (!pressed.Conversation.IsDirect)
            await drawing.MoveAsync(pressed.WorkspaceId, pressed.MemberId, pressed.Conversation, [activity], CancellationToken.None);
        return Say(StatusCodes.Status200OK, TeamsCard.MediaType, activity["attachments"]![0]!["content"]!.DeepClone());
    }

    /// <summary>The viewer's own card, when Teams asks for it by itself or they do by the card's menu. It is answered here and nowhere written down.</summary>
    private async Task<TeamsResponse> LookAsync(TeamsActivity activity, string? view) =>
        await work.ReadAsync(activity.TenantId!, activity.AuthorId!, services => services.GetRequiredService<DigestView>()
            .ShowAsync(view, TeamsIds.Room(activity.Conversation!.Id!), activity.AuthorId!, CancellationToken.None)) is { } message
            ? Card(views.Own(message, activity.From!.Id!, drawing.Opens))
            : Unknown();

    private TeamsResponse Unknown() => Say(StatusCodes.Status400BadRequest, ErrorType, new JsonObject { ["code"] = "BadRequest", ["message"] = text["unknown"].Value });

    private static TeamsResponse Card(TeamsCard card) => Say(StatusCodes.Status200OK, TeamsCard.MediaType, JsonSerializer.SerializeToNode(card, TeamsCardJson.Default.TeamsCard)!);

    private static TeamsResponse Say(int status, string type, JsonNode value) => TeamsResponse.Of(new JsonObject { ["statusCode"] = status, ["type"] = type, ["value"] = value });
}
