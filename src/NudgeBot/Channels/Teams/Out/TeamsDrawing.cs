using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using NudgeBot.Channels.Teams.Accounts;
using NudgeBot.Channels.Teams.Cards;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Members;
using NudgeBot.Storage;

namespace NudgeBot.Channels.Teams.Out;

/// <summary>Draws what is to be sent, in the language of whoever gets it.</summary>
internal sealed class TeamsDrawing(Routes routes, TeamsPeople people, TeamsViews views, UnitOfWork work, IStringLocalizer<TeamsWords> text, IOptions<TeamsOptions> options)
{
    /// <summary>Whether a button opens a dialog. The local test clients know none; forms open in the chat there.</summary>
    public bool Opens(string actionId) => !options.Value.Anonymous && routes.ActionsById.GetValueOrDefault(actionId) is { OpensForm: true };

    public async Task<IReadOnlyList<JsonObject>> WriteAsync(Envelope envelope, CancellationToken cancellationToken)
    {
        var message = AsCard(envelope);
        if (envelope is { Conversation.IsDirect: false, EphemeralFor: null } && await views.WriteAsync(envelope.WorkspaceId, message, Opens) is { } everybodys)
            return [TeamsActivities.Card(everybodys, message.Text)];
        if (message.Form is null)
            return TeamsActivities.Write(message, Opens, new Dictionary<string, string>(), text);
        var accountId = envelope.EphemeralFor ?? (await AccountAsync(envelope, cancellationToken));
        if (accountId is not null && await LanguageAsync(envelope.WorkspaceId, accountId, cancellationToken) is { } language)
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        return TeamsActivities.Write(message, Opens, await NamesAsync(envelope.WorkspaceId, message.Form), text);
    }

    /// <summary>
    /// Fits what was drawn for a channel or group chat to somebody's own chat: it says which conversation it is about, and its buttons go on being
    /// about that one.
    /// </summary>
    public async Task MoveAsync(string workspaceId, string accountId, Conversation from, IReadOnlyList<JsonObject> activities, CancellationToken cancellationToken)
    {
        if (await LanguageAsync(workspaceId, accountId, cancellationToken) is { } language)
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var name = await work.ReadAsync(workspaceId, "", services => services.GetRequiredService<BotDb>().Set<TeamsConversation>().AsNoTracking()
            .Where(row => row.ConversationId == from.Id).Select(row => row.Name).SingleOrDefaultAsync(cancellationToken));
        TeamsActivities.Head(activities[0], name is { Length: > 0 } ? text["about", name] : text["about.unnamed"]);
        foreach (var activity in activities)
            TeamsActivities.Carry(activity, TeamsActions.Place, from.Id);
    }

    /// <summary>The names of the accounts that a form is filled in with.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(string workspaceId, Form form)
    {
        List<string> accounts = [.. form.Fields.OfType<PersonField>().Select(field => field.Value).OfType<string>().Where(value => value is ['<', '@', .., '>']).Select(value => value[2..^1])];
        return accounts.Count == 0 ? new Dictionary<string, string>() : await people.NamesAsync(workspaceId, accounts);
    }

    /// <summary>
    /// A text as a card where it has several lines, which clients run together, or may get one above it; and every text where a chat's history is asked
    /// what became of messages, since only a card can carry a mark by which it is known again.
    /// </summary>
    private Message AsCard(Envelope envelope) => envelope.Message is { Card: null, Form: null } plain
        && (options.Value.History || envelope.EphemeralFor is not null || plain.Text.Contains('\n', StringComparison.Ordinal))
            ? plain with { Card = new Card(new Paragraph(plain.Text)) }
            : envelope.Message;

    private Task<string?> LanguageAsync(string workspaceId, string accountId, CancellationToken cancellationToken) =>
        work.ReadAsync(workspaceId, accountId, services => services.GetRequiredService<BotDb>().Set<Member>().AsNoTracking()
            .Select(row => row.Language).SingleOrDefaultAsync(cancellationToken));

    private Task<string?> AccountAsync(Envelope envelope, CancellationToken cancellationToken) =>
        work.ReadAsync(envelope.WorkspaceId, "", services => services.GetRequiredService<BotDb>().Set<TeamsConversation>().AsNoTracking()
            .Where(row => row.ConversationId == envelope.Conversation.Id).Select(row => row.AccountId).SingleOrDefaultAsync(cancellationToken));
}
