using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using NudgeBot.Channels.Teams.Accounts;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Teams.In;

/// <summary>Reads what people did out of Teams' activities.</summary>
internal sealed partial class TeamsReader(TeamsPeople people, TeamsRoster roster)
{
    /// <summary>The most accounts of one text that are looked up.</summary>
    private const int MostMentions = 10;

    /// <summary>Where an activity happened.</summary>
    public static TeamsRoom Room(TeamsActivity activity)
    {
        var scope = activity.Conversation!.ConversationType switch { "personal" => TeamsScope.Personal, "channel" => TeamsScope.Channel, _ => TeamsScope.GroupChat };
        return new(
            activity.TenantId!, TeamsIds.Room(activity.Conversation.Id!), scope, activity.ServiceUrl!, activity.Recipient!.Id!,
            scope is TeamsScope.Personal ? activity.AuthorId : null, scope is TeamsScope.Channel ? activity.TeamId : null,
            activity.Conversation.Name ?? TeamsJson.Nested(activity.ChannelData, "channel", "name")
                ?? (TeamsIds.Room(activity.Conversation.Id!) == activity.TeamId ? TeamsJson.Nested(activity.ChannelData, "team", "name") : null));
    }

    /// <summary>A message that somebody wrote; null when there is nothing in it.</summary>
    public async Task<TypedCommand?> TypedAsync(TeamsActivity activity)
    {
        var text = Plain(await MentionsAsync(activity)).Replace("\u0001", "<@", StringComparison.Ordinal).Replace("\u0002", ">", StringComparison.Ordinal);
        return text.Length == 0 && (activity.Text ?? "").Length == 0
            ? null
            : new(TeamsServices.ChannelName, EventId(activity), activity.TenantId!, activity.AuthorId!, Place(activity), text)
            {
                AuthorName = activity.From!.Name,
                AnswerAddress = Address(activity, activity.IsTargeted)?.ToString(),
                AnswersFollow = true,
                FormsFollow = true,
                FormsTravel = true,
            };
    }

    /// <summary>A pressed button or a form that was sent.</summary>
    /// <param name="activity">What Teams sent.</param>
    /// <param name="actionId">The action.</param>
    /// <param name="value">What the button carried for it.</param>
    /// <param name="fields">What was filled in.</param>
    /// <param name="messageId">The activity whose button it was, where it is not the one replied to.</param>
    /// <param name="isTargeted">Whether the button stands in a targeted message.</param>
    public static PressedAction Pressed(
        TeamsActivity activity, string actionId, string? value, IReadOnlyDictionary<string, string> fields, string? messageId = null, bool isTargeted = false) =>
        new(
            TeamsServices.ChannelName, EventId(activity), activity.TenantId!, activity.AuthorId!, Place(activity), actionId, value, fields,
            (messageId ?? activity.ReplyToId ?? TeamsJson.Nested(activity.ChannelData, "legacy", "replyToId")) is { Length: > 0 } message
                ? new TeamsMessageId(TeamsIds.Room(activity.Conversation!.Id!), message).ToString()
                : null)
        {
            AuthorName = activity.From!.Name,
            AnswerAddress = Address(activity, isTargeted || activity.IsTargeted)?.ToString(),
            AnswersFollow = true,
            FormsFollow = activity.Type is "message",
            FormsTravel = true,
            FormStands = activity.Type is "message" || activity.Name is "adaptiveCard/action",
        };

    /// <summary>
    /// A text without Teams' own signs: HTML's spaces and signs, the tags of mentions that were not told, and the marks of messages that it quotes and
    /// of what is attached.
    /// </summary>
    public static string Plain(string text) =>
        Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(Breaks().Replace(text, "\n"), "")).Replace('\u00a0', ' '), " ").Trim();

    /// <summary>
    /// An id by which the same activity is recognised: those of Teams are unique within a conversation only, and an invoke of some clients
    /// has none.
    /// </summary>
    public static string EventId(TeamsActivity activity) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            $"{activity.Conversation!.Id} {activity.Id ?? $"{activity.Timestamp} {activity.Name} {activity.ReplyToId} {(activity.Value.ValueKind is JsonValueKind.Undefined ? "" : activity.Value.GetRawText())}"}")).AsSpan(0, 16));

    /// <summary>Where a private answer stands: beside what it answers, in a channel's thread or among targeted messages; null elsewhere.</summary>
    private static TeamsAnswerAddress? Address(TeamsActivity activity, bool isTargeted) =>
        activity.Conversation is { Id: { } id, ConversationType: not "personal" } && (isTargeted || TeamsIds.Room(id) != id) ? new(id, isTargeted) : null;

    private static Conversation Place(TeamsActivity activity) => activity.Conversation!.ConversationType is "personal"
        ? Conversation.With(activity.Conversation.Id!)
        : Conversation.InChannel(TeamsIds.Room(activity.Conversation.Id!));

    /// <summary>The text with mentions as the core knows them: NudgeBot's own is gone, colleagues stand by their account, others by their name.</summary>
    private async Task<string> MentionsAsync(TeamsActivity activity)
    {
        var text = Opened().Replace(activity.Text ?? "", "<at>");
        var bot = activity.Recipient!.Id!;
        var mentions = (activity.Entities ?? []).Where(entity => TeamsJson.Text(entity, "type") == "mention")
            .Select(entity => (Id: TeamsJson.Nested(entity, "mentioned", "id") ?? "", Name: TeamsJson.Nested(entity, "mentioned", "name") ?? "", Text: Opened().Replace(TeamsJson.Text(entity, "text") ?? "", "<at>")))
            .Where(mention => mention.Id.Length > 0).ToList();
        var others = mentions.Where(mention => mention.Id != bot).Select(mention => mention.Id).Distinct().Take(MostMentions).ToList();
        var accounts = others.Count == 0 ? [] : await people.AccountsAsync(activity.TenantId!, others);
        foreach (var stranger in others.Where(id => !accounts.ContainsKey(id)))
        {
            if (await roster.FindAsync(activity.TenantId!, activity.ServiceUrl!, TeamsIds.Room(activity.Conversation!.Id!), stranger, CancellationToken.None) is { } person)
                accounts[stranger] = person.AccountId;
        }

        foreach (var (id, name, written) in mentions)
        {
            var stands = id == bot ? " " : accounts.TryGetValue(id, out var account) ? $" \u0001{account}\u0002 " : $" \"{name.Replace('"', '\'')}\" ";
            foreach (var form in new[] { written, $"<at>{name}</at>", $"<at>{WebUtility.HtmlEncode(name)}</at>" }.Where(form => form.Length > 0))
            {
                if (text.IndexOf(form, StringComparison.OrdinalIgnoreCase) is var at and >= 0)
                {
                    text = string.Concat(text.AsSpan(0, at), stands, text.AsSpan(at + form.Length));
                    break;
                }
            }
        }

        // Some clients name NudgeBot in the text and in no entity, or in one that does not say how.
        return activity.Recipient.Name is { Length: > 0 } us ? text.Replace($"<at>{us}</at>", " ", StringComparison.OrdinalIgnoreCase) : text;
    }

    [GeneratedRegex("<br\\s*/?>|</(p|div)>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Breaks();

    /// <summary>A mention's tag, which some clients write with an id.</summary>
    [GeneratedRegex("<at\\s[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Opened();

    [GeneratedRegex("</?(at|p|div|span|br|quoted|attachment)\\b[^>]*>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Tags();

    [GeneratedRegex("[ \\t\\u2000-\\u200b]+")]
    private static partial Regex Spaces();
}
