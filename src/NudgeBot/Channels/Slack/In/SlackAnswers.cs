using System.Text.Json;
using System.Text.Json.Nodes;
using NudgeBot.Channels.Slack.Accounts;
using NudgeBot.Channels.Slack.Cards;
using NudgeBot.Channels.Slack.Install;
using NudgeBot.Channels.Slack.Out;
using NudgeBot.Chat;
using NudgeBot.Inbox;

namespace NudgeBot.Channels.Slack.In;

/// <summary>Shows what an event is answered with: as the response, or as a form over the conversation.</summary>
internal sealed partial class SlackAnswers(SlackClient slack, SlackColleagues colleagues, Intake intake, TimeProvider clock, ILogger<SlackAnswers> logger)
{
    /// <summary>How long an acknowledgement, due within three seconds, may wait until Slack has opened a form.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);

    /// <summary>Whether a message can be the response to a command: one of Slack's, with nothing to upload first.</summary>
    public static bool FitsResponse(Message message) =>
        message is { File: null, Form: null } && message.Card?.Elements.OfType<Picture>().Any() != true && SlackWriter.Write(message).Count == 1;

    /// <summary>A message as the response to a command; only the one who gave it sees it.</summary>
    public static SlackAcknowledgement Response(Message message) =>
        new(JsonSerializer.SerializeToNode(SlackResponse.Of(SlackWriter.Write(message)[0]), SlackJson.Default.SlackResponse));

    /// <summary>
    /// The form that was just sent once more, as when something in it was wrong: what is wrong beside its fields, or else above them.
    /// </summary>
    /// <param name="shown">The form that was sent, in which the fields must be.</param>
    public async Task<SlackAcknowledgement> AgainAsync(Message form, Incoming sent, JsonElement shown) => SlackForms.Faults(form.Form!, shown) is { } faults
        ? new(new JsonObject { ["response_action"] = "errors", ["errors"] = faults })
        : new(new JsonObject { ["response_action"] = "update", ["view"] = JsonSerializer.SerializeToNode(await ViewAsync(form, sent), SlackJson.Default.SlackView) });

    /// <summary>
    /// Opens the form of a reply, if it has one. Where Slack does not let it open any more (it does for three seconds), a button to open it
    /// follows.
    /// </summary>
    public async Task OpenAsync(SlackAccess access, Incoming incoming, string? triggerId, Reply reply)
    {
        if (reply.Messages.FirstOrDefault(message => message.Form is not null) is not { } form)
            return;
        using var waited = new CancellationTokenSource();
        await Task.WhenAny(TryOpenAsync(access, incoming, triggerId, form), Task.Delay(Patience, clock, waited.Token));
        await waited.CancelAsync();
    }

    private async Task TryOpenAsync(SlackAccess access, Incoming incoming, string? triggerId, Message form)
    {
        try
        {
            var view = JsonSerializer.Serialize(await ViewAsync(form, incoming), SlackJson.Default.SlackView);
            var call = new SlackCall("views.open", access.WorkspaceId, access.Token, ("trigger_id", triggerId), ("view", view));
            // On no request's token: the acknowledgement may go before Slack has answered.
            await slack.DoAsync(call, SlackJson.Default.SlackAnswer, CancellationToken.None);
        }
        catch (Exception error)
        {
            NotOpened(error, access.WorkspaceId);
            await intake.FollowAsync(incoming, [form], CancellationToken.None);
        }
    }

    private async Task<SlackView> ViewAsync(Message form, Incoming incoming)
    {
        Dictionary<string, string> names = [];
        foreach (var account in form.Form!.Fields.OfType<PersonField>().SelectMany(field => SlackMarkup.Mentions(field.Value ?? "")))
        {
            if (await colleagues.FindAsync(incoming.WorkspaceId, account) is { } known)
                names[account] = known.Name;
        }

        return SlackForms.Write(form, new(incoming.Conversation, (incoming as PressedAction)?.MessageId, incoming.AnswerAddress), names);
    }

    [LoggerMessage(LogLevel.Information, "A form did not open in workspace {WorkspaceId}; a button to open it follows.")]
    private partial void NotOpened(Exception error, string workspaceId);
}
