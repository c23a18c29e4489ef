using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NudgeBot.Channels.Slack.Cards;
using NudgeBot.Channels.Slack.Install;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Slack.In;

/// <summary>Reads what people did out of Slack's payloads.</summary>
internal static class SlackReader
{
    /// <summary>A slash command.</summary>
    /// <param name="names">What stands for mentions of people who are no colleagues.</param>
    /// <param name="address">The sealed address for further answers.</param>
    public static TypedCommand Read(
        SlackCommandPayload command, SlackAccess access, IReadOnlyDictionary<string, string> names, string? address, string eventId) =>
        new(SlackServices.ChannelName, eventId, access.WorkspaceId, command.UserId!,
            // A command can be given in a direct chat with anybody, of which NudgeBot is no part.
            command.ChannelId!.StartsWith('D') ? Anywhere : Conversation.InChannel(command.ChannelId), SlackMarkup.Read(command.Text ?? "", names))
        {
            AuthorName = command.UserName,
            AnswerAddress = address,
            AnswersFollow = true,
            TakesHere = SlackAnswers.FitsResponse,
        };

    /// <summary>A message that somebody wrote to NudgeBot, in its own direct chat or naming it in a channel.</summary>
    public static TypedCommand Read(SlackEvent message, SlackAccess access, IReadOnlyDictionary<string, string> names, string eventId) =>
        new(
            SlackServices.ChannelName, eventId, access.WorkspaceId, message.UserId!, Own(message.ChannelId!),
            SlackMarkup.Read((message.Text ?? "").Replace($"<@{access.BotUserId}>", " ", StringComparison.Ordinal), names))
        {
            AnswersFollow = true,
            FormsFollow = true,
        };

    /// <summary>NudgeBot's being brought into a channel, as if its inviter asked what it does in channels.</summary>
    public static TypedCommand ReadArrival(SlackAccess access, string inviter, string channelId, string eventId) =>
        new(SlackServices.ChannelName, eventId, access.WorkspaceId, inviter, Conversation.InChannel(channelId), "help digest") { AnswersFollow = true };

    /// <summary>A pressed button or a chosen entry of a menu; null for what NudgeBot never wrote, and for what does nothing by itself.</summary>
    public static PressedAction? Read(SlackInteraction interaction, JsonElement action, SlackAccess access, string? address, string eventId)
    {
        if (SlackActions.Read(Text(action, "action_id"), Text(action, "value"), Selected(action)) is not var (id, value))
            return null;
        var channel = interaction.Channel?.Id ?? interaction.Container?.ChannelId;
        var isEphemeral = interaction.Container?.IsEphemeral == true;
        var stamp = interaction.Container?.MessageTs ?? interaction.Message?.Ts;
        return new(
            SlackServices.ChannelName, eventId, access.WorkspaceId, interaction.User!.Id!,
            // What only one sees can stand in any direct chat; its own address leads back there.
            channel is null ? Anywhere : isEphemeral ? Conversation.InChannel(channel) : Own(channel), id, value, NoFields,
            channel is null || stamp is null ? null : new SlackMessageId(channel, stamp, isEphemeral).ToString())
        {
            AuthorName = interaction.User.Username ?? interaction.User.Name,
            AnswerAddress = address,
            AnswersFollow = true,
        };
    }

    /// <summary>A form that was sent; null when it is none of NudgeBot's. What there is to say goes where it was opened.</summary>
    public static PressedAction? ReadForm(SlackInteraction interaction, SlackAccess access, string eventId) =>
        SlackForms.Read(interaction.View) is not { } sent
            ? null
            : new(
                SlackServices.ChannelName, eventId, access.WorkspaceId, interaction.User!.Id!, sent.Place.Conversation ?? Anywhere, sent.ActionId,
                sent.Value, sent.Fields, sent.Place.MessageId)
            {
                AuthorName = interaction.User.Username ?? interaction.User.Name,
                AnswerAddress = sent.Place.AnswerAddress,
                AnswersFollow = true,
            };

    /// <summary>A shortcut: it opens the form of an action, filled in from the message that it was used on.</summary>
    public static PressedAction ReadShortcut(
        SlackInteraction interaction, string actionId, SlackAccess access, IReadOnlyDictionary<string, string> names, string? address, string eventId) =>
        new(
            SlackServices.ChannelName, eventId, access.WorkspaceId, interaction.User!.Id!,
            interaction.Channel?.Id is { } channel ? Conversation.InChannel(channel) : Anywhere, actionId, null,
            interaction.Message is { } message ? Prefill(message, access, names) : NoFields, null)
        {
            AuthorName = interaction.User.Username ?? interaction.User.Name,
            AnswerAddress = address,
            AnswersFollow = true,
        };

    /// <summary>
    /// An id by which the same event is recognised: of its trigger, which Slack gives once, or of all that was sent. Hashed, since a trigger
    /// may be used by whoever reads it.
    /// </summary>
    public static string EventId(string? triggerId, JsonElement payload) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(triggerId ?? payload.GetRawText())).AsSpan(0, 16));

    /// <summary>A field of an element, if it is a text.</summary>
    public static string? Text(JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    /// <summary>A mention of the person who wrote a message; null for what an app wrote.</summary>
    public static string? Author(SlackPressedMessage? message, SlackAccess access) =>
        message is { User: { Length: > 0 } author, BotId: null } && author != access.BotUserId ? $"<@{author}>" : null;

    private static IReadOnlyDictionary<string, string> NoFields { get; } = new Dictionary<string, string>();

    /// <summary>Nowhere in particular: what there is to say goes to the direct chat with NudgeBot, wherever that is.</summary>
    private static Conversation Anywhere => Conversation.With("");

    /// <summary>A direct chat that NudgeBot is part of, or a channel.</summary>
    private static Conversation Own(string channelId) => channelId.StartsWith('D') ? Conversation.With(channelId) : Conversation.InChannel(channelId);

    private static string? Selected(JsonElement action) =>
        action.ValueKind is JsonValueKind.Object && action.TryGetProperty("selected_option", out var option) ? Text(option, "value") : null;

    private static Dictionary<string, string> Prefill(SlackPressedMessage message, SlackAccess access, IReadOnlyDictionary<string, string> names)
    {
        var fields = new Dictionary<string, string>();
        if (SlackMarkup.Read(message.Text ?? "", names) is { Length: > 0 } text)
            fields["text"] = text;
        if (Author(message, access) is { } author)
            fields["who"] = SlackMarkup.Read(author, names);
        return fields;
    }
}
