using Microsoft.EntityFrameworkCore;
using NudgeBot.Channels.Teams.Out;
using NudgeBot.Chat;
using NudgeBot.Storage;

namespace NudgeBot.Channels.Teams.Accounts;

/// <summary>Reads who is in NudgeBot's conversations: that is all of a tenant's directory that Teams shows a bot.</summary>
internal sealed partial class TeamsRoster(
    TeamsClient client, TeamsPeople people, UnitOfWork work, TimeProvider clock, ILogger<TeamsRoster> logger)
{
    /// <summary>The largest page that Teams gives.</summary>
    private const int Page = 500;

    /// <summary>How long an activity waits for Teams to tell who its author is.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Reads the members of every conversation of a tenant. Channels have their team's members: the team tells.</summary>
    public async Task ReadAsync(string workspaceId, CancellationToken cancellationToken)
    {
        var rooms = await work.ReadAsync(workspaceId, "", services => services.GetRequiredService<BotDb>().Set<TeamsConversation>().AsNoTracking()
            .Where(row => row.RemovedAt == null && row.Scope != TeamsScope.Personal).OrderBy(row => row.ConversationId).ToListAsync(cancellationToken));
        foreach (var room in rooms.DistinctBy(room => room.TeamId ?? room.ConversationId))
        {
            try
            {
                await ReadAsync(room, cancellationToken);
            }
            catch (Exception error) when (error is ChannelException or HttpRequestException)
            {
                // One conversation that does not answer, such as a team that was deleted, hides none of the others.
                NotRead(error, workspaceId);
            }
        }

        Read(workspaceId);
    }

    /// <summary>
    /// Somebody was removed from a conversation. Where Teams knows them in no other of NudgeBot's, and not in their own chat with it, they have left as
    /// far as NudgeBot can tell, until they are met again. Out of one team alone nobody has left.
    /// </summary>
    public async Task PartAsync(string workspaceId, string userId, CancellationToken cancellationToken)
    {
        if ((await people.AccountsAsync(workspaceId, [userId])).GetValueOrDefault(userId) is not { } accountId)
            return;
        var rooms = await work.ReadAsync(workspaceId, "", services => services.GetRequiredService<BotDb>().Set<TeamsConversation>().AsNoTracking()
            .Where(row => row.RemovedAt == null && (row.Scope != TeamsScope.Personal || row.AccountId == accountId)).OrderBy(row => row.Scope).ToListAsync(cancellationToken));
        foreach (var room in rooms)
        {
            if (await HasAsync(room, userId, cancellationToken))
                return;
        }

        await people.PartAsync(workspaceId, accountId, cancellationToken);
    }

    /// <summary>Somebody in a conversation; null where Teams knows nobody by this id there, or does not tell.</summary>
    public async Task<TeamsPerson?> FindAsync(string workspaceId, string serviceUrl, string conversationId, string userId, CancellationToken cancellationToken)
    {
        try
        {
            if (Person(await AskAsync(workspaceId, serviceUrl, conversationId, userId, cancellationToken), workspaceId) is not { } person)
                return null;
            await people.LearnAsync(workspaceId, [person], cancellationToken);
            return person;
        }
        catch (Exception error) when (error is ChannelException or HttpRequestException)
        {
            NotTold(error, workspaceId);
            return null;
        }
    }

    /// <summary>
    /// Whether somebody in a conversation is a guest or belongs to another tenant: NudgeBot keeps nothing for them. Where Teams does not tell in
    /// time, they are taken for a colleague.
    /// </summary>
    public async Task<bool> IsOutsiderAsync(TeamsRoom room, string userId)
    {
        using var end = new CancellationTokenSource(Patience, clock);
        try
        {
            return await AskAsync(room.WorkspaceId, room.ServiceUrl, room.ConversationId, userId, end.Token) is { Id.Length: > 0 } member && IsOutside(member, room.WorkspaceId);
        }
        catch (Exception error) when (error is ChannelException or HttpRequestException or OperationCanceledException)
        {
            NotTold(error, room.WorkspaceId);
            return false;
        }
    }

    /// <summary>Whether somebody is in a conversation, as far as Teams tells it in time.</summary>
    public async Task<bool> IsInAsync(TeamsConversation room, string userId)
    {
        using var end = new CancellationTokenSource(Patience, clock);
        try
        {
            return await HasAsync(room, userId, end.Token);
        }
        catch (Exception error) when (error is ChannelException or HttpRequestException or OperationCanceledException)
        {
            NotTold(error, room.WorkspaceId);
            return false;
        }
    }

    /// <summary>Whether somebody is in a conversation. Writes nothing down, so that it can be asked in the middle of a turn.</summary>
    public async Task<bool> HasAsync(TeamsConversation room, string userId, CancellationToken cancellationToken)
    {
        try
        {
            return await AskAsync(room.WorkspaceId, room.ServiceUrl, room.ConversationId, userId, cancellationToken) is { Id.Length: > 0 };
        }
        catch (ChannelException refused) when (refused.Refusal is not Refusal.Later)
        {
            return false;
        }
    }

    private Task<TeamsMember?> AskAsync(string workspaceId, string serviceUrl, string conversationId, string userId, CancellationToken cancellationToken) => client.CallAsync(
        new TeamsCall(
            "member", HttpMethod.Get, serviceUrl, $"v3/conversations/{Uri.EscapeDataString(conversationId)}/members/{Uri.EscapeDataString(userId)}", workspaceId, conversationId),
        TeamsAnswersJson.Default.TeamsMember, cancellationToken);

    private async Task ReadAsync(TeamsConversation room, CancellationToken cancellationToken)
    {
        string? next = null;
        do
        {
            var more = next is null ? "" : $"&continuationToken={Uri.EscapeDataString(next)}";
            var call = new TeamsCall(
                "members", HttpMethod.Get, room.ServiceUrl, $"v3/conversations/{Uri.EscapeDataString(room.TeamId ?? room.ConversationId)}/pagedmembers?pageSize={Page}{more}",
                room.WorkspaceId, room.ConversationId);
            var page = await PatientlyAsync(call, cancellationToken);
            List<TeamsPerson> persons = [.. (page?.Members ?? []).Select(member => Person(member, room.WorkspaceId)).OfType<TeamsPerson>()];
            await people.LearnAsync(room.WorkspaceId, persons, cancellationToken);
            next = page?.ContinuationToken is { Length: > 0 } token && token != next ? token : null;
        }
        while (next is not null);
    }

    /// <summary>A page, however long Teams asks to wait for it.</summary>
    private async Task<TeamsMembers?> PatientlyAsync(TeamsCall call, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await client.CallAsync(call, TeamsAnswersJson.Default.TeamsMembers, cancellationToken);
            }
            catch (ChannelException wait) when (wait.RetryAfter is not null)
            {
                await Task.Delay(wait.RetryAfter.Value, clock, cancellationToken);
            }
        }
    }

    /// <summary>A colleague; null for guests of other tenants, bots, and whoever has no account.</summary>
    private static TeamsPerson? Person(TeamsMember? member, string workspaceId) =>
        member is { Id: { Length: > 0 } id } && TeamsIds.Directory(member.AccountId) is { } accountId && !IsOutside(member, workspaceId)
            ? new(id, accountId, member.Name, member.Email ?? member.UserPrincipalName)
            : null;

    private static bool IsOutside(TeamsMember member, string workspaceId) =>
        member.UserRole is "anonymous" or "bot" or "guest" || (member.TenantId is { } home && TeamsIds.Directory(home) != workspaceId);

    [LoggerMessage(LogLevel.Information, "Who is in NudgeBot's conversations in tenant {WorkspaceId} was read.")]
    private partial void Read(string workspaceId);

    [LoggerMessage(LogLevel.Warning, "Who is in one of NudgeBot's conversations in tenant {WorkspaceId} could not be read; tomorrow it is tried again.")]
    private partial void NotRead(Exception error, string workspaceId);

    [LoggerMessage(LogLevel.Information, "Teams did not tell who somebody in tenant {WorkspaceId} is.")]
    private partial void NotTold(Exception error, string workspaceId);
}
