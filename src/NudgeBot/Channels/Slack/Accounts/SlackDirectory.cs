using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using NudgeBot.Channels.Slack.In;
using NudgeBot.Channels.Slack.Install;
using NudgeBot.Channels.Slack.Out;
using NudgeBot.Chat;
using NudgeBot.Storage;

namespace NudgeBot.Channels.Slack.Accounts;

/// <summary>
/// Reads a workspace's whole directory, page by page: when NudgeBot is installed, and every day from then on, since an event of Slack's
/// can be missed while NudgeBot is down.
/// </summary>
internal sealed partial class SlackDirectory(
    SlackClient slack, SlackInstallations installations, SlackWorkspaces workspaces, SlackColleagues colleagues, UnitOfWork unitOfWork, TimeProvider clock,
    ILogger<SlackDirectory> logger)
{
    /// <summary>The size of a page that Slack recommends (docs.slack.dev, "Pagination").</summary>
    private const string PageSize = "200";

    private readonly ConcurrentDictionary<string, bool> reading = new();

    /// <summary>Reads the directory, from where it was left off. Nothing happens while it is being read already.</summary>
    /// <exception cref="HttpRequestException">Slack could not be reached; what was read is kept.</exception>
    public async Task SyncAsync(string workspaceId, CancellationToken cancellationToken)
    {
        if (await installations.FindAsync(workspaceId, cancellationToken) is not { } access || !reading.TryAdd(workspaceId, true))
            return;
        try
        {
            List<string?> teams = await workspaces.OfAsync(access, cancellationToken).ToListAsync(cancellationToken);
            var begun = teams.IndexOf(await BegunAsync(workspaceId));
            foreach (var team in teams.Skip(begun))
                await ReadTeamAsync(access, team, cancellationToken);
            await MarkAsync(workspaceId, [], access, roster => (roster.TeamId, roster.Cursor, roster.ReadAt) = (null, null, clock.GetUtcNow()), cancellationToken);
            Read(workspaceId);
        }
        finally
        {
            reading.TryRemove(workspaceId, out _);
        }
    }

    private async Task ReadTeamAsync(SlackAccess access, string? team, CancellationToken cancellationToken)
    {
        var cursor = await CursorAsync(access.WorkspaceId, team);
        do
        {
            var page = await PatientlyAsync(
                new("users.list", access.WorkspaceId, access.Token, ("limit", PageSize), ("include_locale", "true"), ("cursor", cursor), ("team_id", team)),
                cancellationToken);
            if (page.Error is "invalid_cursor" && cursor is not null)
            {
                // Marks expire: from the first page again.
                cursor = null;
                continue;
            }

            if (!page.Ok)
                throw new HttpRequestException($"Slack does not list the accounts: {page.Error}.");
            cursor = page.Paging?.NextCursor is { Length: > 0 } next ? next : null;
            var mark = cursor;
            await MarkAsync(access.WorkspaceId, page.Members ?? [], access, roster => (roster.TeamId, roster.Cursor) = (team, mark), cancellationToken);
        }
        while (cursor is not null);
    }

    /// <summary>Keeps a page and the mark of the next one together.</summary>
    private Task<bool> MarkAsync(
        string workspaceId, IReadOnlyList<SlackDirectoryUser> users, SlackAccess access, Action<SlackRoster> mark, CancellationToken cancellationToken) =>
        unitOfWork.RunAsync(workspaceId, "", async services =>
        {
            var db = services.GetRequiredService<BotDb>();
            await colleagues.ApplyAsync(services, access, users, cancellationToken);
            if (await db.Set<SlackRoster>().SingleOrDefaultAsync(cancellationToken) is not { } roster)
                db.Add(roster = new SlackRoster());
            mark(roster);
            return true;
        }, cancellationToken);

    private Task<string?> CursorAsync(string workspaceId, string? team) =>
        unitOfWork.ReadAsync(workspaceId, "", services => services.GetRequiredService<BotDb>().Set<SlackRoster>()
            .Where(row => row.TeamId == team).Select(row => row.Cursor).SingleOrDefaultAsync());

    private Task<string?> BegunAsync(string workspaceId) =>
        unitOfWork.ReadAsync(workspaceId, "", services => services.GetRequiredService<BotDb>().Set<SlackRoster>().Select(row => row.TeamId).SingleOrDefaultAsync());

    /// <summary>A page, however long Slack asks to wait for it.</summary>
    private async Task<SlackUsersAnswer> PatientlyAsync(SlackCall call, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await slack.CallAsync(call, SlackDirectoryJson.Default.SlackUsersAnswer, cancellationToken);
            }
            catch (ChannelException wait) when (wait.RetryAfter is not null)
            {
                await Task.Delay(wait.RetryAfter.Value, clock, cancellationToken);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "The directory of workspace {WorkspaceId} was read.")]
    private partial void Read(string workspaceId);
}
