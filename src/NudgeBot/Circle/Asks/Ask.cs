using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NudgeBot.Storage;

namespace NudgeBot.Circle.Asks;

/// <summary>Something that a member would like help with. Associates see it by their <see cref="AskLetter"/>.</summary>
internal sealed class Ask : IMemberOwned
{
    public string WorkspaceId { get; init; } = null!;

    public string MemberId { get; init; } = null!;

    public required Guid AskId { get; init; }

    /// <summary>What its author calls it by, from 1; free again for another ask once this one is done.</summary>
    public required int Number { get; set; }

    public required string Text { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>When it was done; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    private sealed class Map : IEntityTypeConfiguration<Ask>
    {
        public void Configure(EntityTypeBuilder<Ask> builder) =>
            builder.ToTable("asks").HasKey(row => new { row.WorkspaceId, row.MemberId, row.AskId });
    }
}
