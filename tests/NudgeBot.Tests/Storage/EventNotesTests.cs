using Microsoft.Extensions.Options;
using NudgeBot.Storage;
using NudgeBot.Storage.Sqlite;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Storage;

public sealed class EventNotesTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Notes_come_back_oldest_first_until_they_are_removed()
    {
        using var folder = new TestFolder();
        using (var notes = Notes(folder))
        {
            foreach (var minute in new[] { 3, 1, 2 })
                await notes.AddAsync(Note(minute), CancellationToken.None);
            await notes.RemoveAsync(Note(2).Key, CancellationToken.None);
        }

        using var again = Notes(folder);
        var left = await again.ReadAsync(Start.AddMinutes(3), 10, CancellationToken.None);
        var all = await again.ReadAsync(DateTimeOffset.MaxValue, 10, CancellationToken.None);

        Assert.Equal([Note(1)], left);
        Assert.Equal([Note(1), Note(3)], all);
    }

    [Fact]
    public async Task Many_at_once_are_all_kept()
    {
        using var folder = new TestFolder();
        using var notes = Notes(folder);

        await Task.WhenAll(Enumerable.Range(0, 500).Select(minute => Task.Run(() => notes.AddAsync(Note(minute), CancellationToken.None))));

        Assert.Equal(500, (await notes.ReadAsync(DateTimeOffset.MaxValue, 1000, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task One_that_cannot_be_written_says_so_and_later_ones_can()
    {
        using var folder = new TestFolder();
        using var notes = Notes(folder);

        await Assert.ThrowsAnyAsync<Exception>(() => notes.AddAsync(Note(1) with { Body = null! }, CancellationToken.None));
        await notes.AddAsync(Note(2), CancellationToken.None);

        Assert.Equal([Note(2)], await notes.ReadAsync(DateTimeOffset.MaxValue, 10, CancellationToken.None));
    }

    private static SqliteEventNotes Notes(TestFolder folder) =>
        new(new SqliteFile(Options.Create(new StorageOptions { ConnectionString = $"Data Source={System.IO.Path.Combine(folder.Path, "nudgebot.db")}" })));

    private static EventNote Note(int minute) => new(new("acme", "local", $"event-{minute}"), Start.AddMinutes(minute), $"body {minute}");
}
