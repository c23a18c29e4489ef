using Microsoft.EntityFrameworkCore;

namespace NudgeBot.Storage.Postgres;

/// <summary>Notes in a table of their own, written beside every other transaction: PostgreSQL lets many write at a time.</summary>
internal sealed class PostgresEventNotes(IServiceScopeFactory scopes) : IEventNotes
{
    public async Task AddAsync(EventNote note, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await Database(scope).ExecuteSqlAsync(
            $"""
             INSERT INTO event_notes ("WorkspaceId", "Channel", "EventId", "At", "Body")
             VALUES ({note.Key.WorkspaceId}, {note.Key.Channel}, {note.Key.EventId}, {note.At}, {note.Body}) ON CONFLICT DO NOTHING
             """, cancellationToken);
    }

    public async Task RemoveAsync(EventKey key, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await Database(scope).ExecuteSqlAsync(
            $"""DELETE FROM event_notes WHERE "WorkspaceId" = {key.WorkspaceId} AND "Channel" = {key.Channel} AND "EventId" = {key.EventId}""", cancellationToken);
    }

    public async Task<IReadOnlyList<EventNote>> ReadAsync(DateTimeOffset before, int most, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var rows = await Database(scope).SqlQuery<Row>(
            $"""SELECT "WorkspaceId", "Channel", "EventId", "At", "Body" FROM event_notes WHERE "At" < {before} ORDER BY "At" LIMIT {most}""").ToListAsync(cancellationToken);
        return [.. rows.Select(row => new EventNote(new(row.WorkspaceId, row.Channel, row.EventId), row.At, row.Body))];
    }

    private static Microsoft.EntityFrameworkCore.Infrastructure.DatabaseFacade Database(AsyncServiceScope scope) =>
        scope.ServiceProvider.GetRequiredService<BotDb>().Database;

    private sealed record Row(string WorkspaceId, string Channel, string EventId, DateTimeOffset At, string Body);
}
