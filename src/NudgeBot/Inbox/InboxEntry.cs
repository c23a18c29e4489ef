using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NudgeBot.Storage;

namespace NudgeBot.Inbox;

/// <summary>
/// Says that an event was handled, and what was answered, so that a platform's retry changes nothing and gets the same answer.
/// Kept in the same transaction as what the event changed.
/// </summary>
internal sealed class InboxEntry : IMemberOwned
{
    public string WorkspaceId { get; init; } = null!;

    public string MemberId { get; init; } = null!;

    public required string Channel { get; init; }

    public required string EventId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The reply as JSON.</summary>
    public required string Answer { get; init; }

    /// <summary>True when the answer came too late for the response and followed: a repetition gets none then, so that nobody reads it twice.</summary>
    public bool Followed { get; init; }

    private sealed class Map : IEntityTypeConfiguration<InboxEntry>
    {
        public void Configure(EntityTypeBuilder<InboxEntry> builder)
        {
            builder.ToTable("inbox").HasKey(row => new { row.WorkspaceId, row.Channel, row.EventId });
            builder.HasIndex(row => row.At);
        }
    }
}
