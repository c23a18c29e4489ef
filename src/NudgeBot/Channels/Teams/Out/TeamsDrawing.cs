using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using NudgeBot.Channels.Teams.Accounts;
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
        var message = envelope.Message;
        if (envelope is { Conversation.IsDirect: false, EphemeralFor: null } && await views.WriteAsync(envelope.WorkspaceId, message, Opens) is { } everybodys)
            return [TeamsActivities.Card(everybodys, message.Text)];
        if (message.Form is null)
            return TeamsActivities.Write(message, Opens, new Dictionary<string, string>(), text);
        var accountId = envelope.EphemeralFor ?? (await AccountAsync(envelope, cancellationToken));
        if (accountId is not null && await work.ReadAsync(envelope.WorkspaceId, accountId, services => services.GetRequiredService<BotDb>().Set<Member>().AsNoTracking()
            .Select(row => row.Language).SingleOrDefaultAsync(cancellationToken)) is { } language)
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        return TeamsActivities.Write(message, Opens, await NamesAsync(envelope.WorkspaceId, message.Form), text);
    }

    /// <summary>The names of the accounts that a form is filled in with.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(string workspaceId, Form form)
    {
        List<string> accounts = [.. form.Fields.OfType<PersonField>().Select(field => field.Value).OfType<string>().Where(value => value is ['<', '@', .., '>']).Select(value => value[2..^1])];
        return accounts.Count == 0 ? new Dictionary<string, string>() : await people.NamesAsync(workspaceId, accounts);
    }

    private Task<string?> AccountAsync(Envelope envelope, CancellationToken cancellationToken) =>
        work.ReadAsync(envelope.WorkspaceId, "", services => services.GetRequiredService<BotDb>().Set<TeamsConversation>().AsNoTracking()
            .Where(row => row.ConversationId == envelope.Conversation.Id).Select(row => row.AccountId).SingleOrDefaultAsync(cancellationToken));
}
