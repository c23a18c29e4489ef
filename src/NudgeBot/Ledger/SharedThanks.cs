using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NudgeBot.Storage;

namespace NudgeBot.Ledger;

/// <summary>
/// Thanks that their receiver chose to show in a channel's next digest, one row for each person who helped. It is the workspace's, as
/// everybody in the channel may read it; the one who shared it and the one it is about can each take it down.
/// </summary>
internal sealed class SharedThanks : ITenantOwned
{
    public string WorkspaceId { get; init; } = null!;

    public required Guid SharedId { get; init; }

    /// <summary>Who thanks.</summary>
    public required string FromMemberId { get; init; }

    /// <summary>The record of the one who thanks; rows of one record belong in one line of a digest.</summary>
    public required Guid EntryId { get; init; }

    /// <summary>The account of the one who helped, or null for somebody from outside the workspace.</summary>
    public string? GiverAccountId { get; init; }

    public required string GiverName { get; init; }

    /// <summary>The words of the one who thanks; may be empty.</summary>
    public required string Text { get; init; }

    public required DateOnly On { get; init; }

    public required string ChannelId { get; init; }

    /// <summary>The channel's name when it was shared.</summary>
    public required string ChannelName { get; init; }

    public required DateTimeOffset SharedAt { get; init; }

    /// <summary>When a digest showed it; null while it waits.</summary>
    public DateTimeOffset? ShownAt { get; set; }

    /// <summary>When one of the two took it down: no digest shows it any more.</summary>
    public DateTimeOffset? TakenDownAt { get; set; }

    private sealed class Map : IEntityTypeConfiguration<SharedThanks>
    {
        public void Configure(EntityTypeBuilder<SharedThanks> builder)
        {
            builder.ToTable("shared_thanks").HasKey(row => new { row.WorkspaceId, row.SharedId });
            builder.HasIndex(row => new { row.WorkspaceId, row.ChannelId, row.SharedAt });
            builder.HasIndex(row => new { row.WorkspaceId, row.FromMemberId, row.EntryId });
        }
    }
}
