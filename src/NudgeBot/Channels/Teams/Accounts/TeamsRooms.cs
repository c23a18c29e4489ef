using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using NudgeBot.Delivery;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Channels.Teams.Accounts;

/// <summary>Knows the tenants and conversations that NudgeBot is part of, and where answers in each go.</summary>
internal sealed partial class TeamsRooms(UnitOfWork work, Leases leases, TimeProvider clock, ILogger<TeamsRooms> logger)
{
    private const int MostKept = 10_000;

    private readonly ConcurrentDictionary<(string WorkspaceId, string ConversationId), TeamsRoom> known = new();

    /// <summary>A conversation that was met before; null for any other.</summary>
    public Task<TeamsConversation?> FindAsync(string workspaceId, string conversationId) =>
        work.ReadAsync(workspaceId, "", services => services.GetRequiredService<BotDb>().Set<TeamsConversation>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.ConversationId == conversationId));

    /// <summary>Somebody's personal chat with NudgeBot; null where there is none, or they removed it.</summary>
    public Task<TeamsConversation?> PersonalAsync(string workspaceId, string accountId) =>
        work.ReadAsync(workspaceId, "", services => services.GetRequiredService<BotDb>().Set<TeamsConversation>().AsNoTracking()
            .Where(row => row.AccountId == accountId && row.RemovedAt == null).OrderBy(row => row.ConversationId).FirstOrDefaultAsync());

    /// <summary>Whether somebody had a personal chat with NudgeBot and removed it.</summary>
    public Task<bool> HasLeftAsync(string workspaceId, string accountId) =>
        work.ReadAsync(workspaceId, "", async services =>
        {
            var chats = services.GetRequiredService<BotDb>().Set<TeamsConversation>().Where(row => row.AccountId == accountId);
            return await chats.AnyAsync() && await chats.AllAsync(row => row.RemovedAt != null);
        });

    /// <summary>NudgeBot's place in a tenant; null for a tenant that it was never in.</summary>
    public Task<TeamsInstallation?> InstallationAsync(string workspaceId) =>
        work.ReadAsync(workspaceId, "", services => services.GetRequiredService<BotDb>().Set<TeamsInstallation>().AsNoTracking().SingleOrDefaultAsync());

    /// <summary>Who added NudgeBot to a conversation, or to the team of a channel; null where Teams did not say.</summary>
    public async Task<string?> AdderAsync(string workspaceId, string conversationId)
    {
        var room = await FindAsync(workspaceId, conversationId);
        return room is { AddedBy: null, TeamId: { } teamId } ? (await FindAsync(workspaceId, teamId))?.AddedBy : room?.AddedBy;
    }

    /// <summary>Takes a conversation in, or brings what is known of it up to date. Returns whether it is new, or came back.</summary>
    public async Task<bool> MeetAsync(TeamsRoom room, CancellationToken cancellationToken)
    {
        var key = (room.WorkspaceId, room.ConversationId);
        // What is asked for anew may leave out what was told before, such as names.
        if (known.TryGetValue(key, out var before) && (before == room || before == room with { Name = before.Name, AddedBy = before.AddedBy, TeamId = before.TeamId }))
            return false;
        var isNew = await work.RunAsync(room.WorkspaceId, "", async services =>
        {
            var db = services.GetRequiredService<BotDb>();
            var isBack = await WorkspaceAsync(db, cancellationToken);
            if (await db.Set<TeamsInstallation>().SingleOrDefaultAsync(cancellationToken) is not { } installation)
                db.Add(installation = new TeamsInstallation { BotId = room.BotId, ServiceUrl = room.ServiceUrl });
            (installation.BotId, installation.ServiceUrl) = (room.BotId, room.ServiceUrl);
            var row = await db.Set<TeamsConversation>().SingleOrDefaultAsync(one => one.ConversationId == room.ConversationId, cancellationToken);
            var isMet = row is { RemovedAt: null } && !isBack;
            if (row is null)
                db.Add(row = new TeamsConversation { ConversationId = room.ConversationId, Scope = room.Scope, ServiceUrl = room.ServiceUrl });
            (row.ServiceUrl, row.RemovedAt) = (room.ServiceUrl, null);
            (row.AccountId, row.TeamId, row.Name, row.AddedBy) =
                (room.AccountId ?? row.AccountId, room.TeamId ?? row.TeamId, room.Name ?? row.Name, room.AddedBy ?? row.AddedBy);
            if (!isMet && room.AccountId is { } accountId)
            {
                var mailbox = await MailboxAsync(db, accountId, cancellationToken);
                (mailbox.ConversationId, mailbox.BlockedAt) = (room.ConversationId, null);
            }

            var schedules = services.GetRequiredService<Schedules>();
            if (!isMet || await schedules.DueAtAsync(TeamsRosterDue.Kind, "", "", cancellationToken) is null)
                await schedules.SetAsync(TeamsRosterDue.Kind, "", "", clock.GetUtcNow(), cancellationToken);
            return !isMet;
        }, cancellationToken);
        if (known.Count > MostKept)
            known.Clear();
        known[key] = room;
        if (isNew)
        {
            leases.Forget(room.WorkspaceId);
            Met(room.Scope, room.WorkspaceId);
        }

        return isNew;
    }

    /// <summary>A conversation that Teams does not know any more: nothing is sent there, and another one may stand in its place.</summary>
    public async Task DropAsync(TeamsConversation gone, CancellationToken cancellationToken)
    {
        await work.RunAsync(gone.WorkspaceId, "", services => services.GetRequiredService<BotDb>().Set<TeamsConversation>()
            .Where(row => row.ConversationId == gone.ConversationId).ExecuteUpdateAsync(set => set.SetProperty(row => row.RemovedAt, clock.GetUtcNow()), cancellationToken), cancellationToken);
        known.TryRemove((gone.WorkspaceId, gone.ConversationId), out _);
    }

    /// <summary>
    /// NudgeBot was removed from a conversation, or from a whole team: nothing is sent there any more. Where no conversation is left, it was
    /// removed from the tenant; what members recorded stays for the time that <c>Retention:RemovedWorkspaceDays</c> gives.
    /// </summary>
    public async Task LeaveAsync(string workspaceId, string conversationId, string? teamId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await work.RunAsync(workspaceId, "", async services =>
        {
            var db = services.GetRequiredService<BotDb>();
            var rows = await db.Set<TeamsConversation>().ToListAsync(cancellationToken);
            foreach (var row in rows.Where(row => row.RemovedAt is null && (row.ConversationId == conversationId || (teamId is not null && row.TeamId == teamId))))
            {
                row.RemovedAt = now;
                if (row.AccountId is { } accountId)
                    (await MailboxAsync(db, accountId, cancellationToken)).BlockedAt = now;
            }

            if (rows.All(row => row.RemovedAt is not null) && await db.Set<Workspace>().SingleOrDefaultAsync(cancellationToken) is { RemovedAt: null } workspace)
                workspace.RemovedAt = now;
            return true;
        }, cancellationToken);
        foreach (var key in known.Keys.Where(key => key.WorkspaceId == workspaceId))
            known.TryRemove(key, out _);
        leases.Forget(workspaceId);
        Left(workspaceId);
    }

    /// <summary>A team, or a channel of one, is there again.</summary>
    public async Task ReturnAsync(string workspaceId, string conversationId, string? teamId, CancellationToken cancellationToken)
    {
        await work.RunAsync(workspaceId, "", async services =>
        {
            var db = services.GetRequiredService<BotDb>();
            var back = await db.Set<TeamsConversation>().Where(row => row.ConversationId == conversationId || (teamId != null && row.TeamId == teamId))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.RemovedAt, (DateTimeOffset?)null), cancellationToken);
            return back > 0 && await WorkspaceAsync(db, cancellationToken);
        }, cancellationToken);
        leases.Forget(workspaceId);
    }

    /// <summary>A channel that is known has another name.</summary>
    public async Task RenameAsync(string workspaceId, string conversationId, string name, CancellationToken cancellationToken)
    {
        await work.RunAsync(workspaceId, "", services => services.GetRequiredService<BotDb>().Set<TeamsConversation>()
            .Where(row => row.ConversationId == conversationId).ExecuteUpdateAsync(set => set.SetProperty(row => row.Name, name), cancellationToken), cancellationToken);
        known.TryRemove((workspaceId, conversationId), out _);
    }

    private static async Task<Mailbox> MailboxAsync(BotDb db, string accountId, CancellationToken cancellationToken)
    {
        if (await db.Set<Mailbox>().SingleOrDefaultAsync(row => row.MemberId == accountId, cancellationToken) is { } known)
            return known;
        var mailbox = new Mailbox { MemberId = accountId, ConversationId = "" };
        db.Add(mailbox);
        return mailbox;
    }

    /// <summary>Makes sure that the tenant is there. Returns whether it had been removed.</summary>
    private async Task<bool> WorkspaceAsync(BotDb db, CancellationToken cancellationToken)
    {
        if (await db.Set<Workspace>().SingleOrDefaultAsync(cancellationToken) is not { } workspace)
        {
            // Teams tells bots no names of tenants.
            db.Add(new Workspace { Channel = TeamsServices.ChannelName, Name = "", InstalledAt = clock.GetUtcNow() });
            return false;
        }

        var wasRemoved = workspace.RemovedAt is not null;
        workspace.RemovedAt = null;
        return wasRemoved;
    }

    [LoggerMessage(LogLevel.Information, "NudgeBot is part of a new {Scope} conversation in tenant {WorkspaceId}.")]
    private partial void Met(TeamsScope scope, string workspaceId);

    [LoggerMessage(LogLevel.Information, "NudgeBot was removed from a conversation in tenant {WorkspaceId}.")]
    private partial void Left(string workspaceId);
}

/// <summary>A conversation as an activity tells it.</summary>
internal sealed record TeamsRoom(
    string WorkspaceId, string ConversationId, TeamsScope Scope, string ServiceUrl, string BotId, string? AccountId, string? TeamId, string? Name, string? AddedBy = null);
