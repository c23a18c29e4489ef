using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NudgeBot.Storage;

namespace NudgeBot.Circle.Reviews;

/// <summary>The member's latest review of their circle. How far it has come, the associates themselves tell.</summary>
internal sealed class Review : IMemberOwned
{
    public string WorkspaceId { get; init; } = null!;

    public string MemberId { get; init; } = null!;

    public required DateTimeOffset BegunAt { get; set; }

    private sealed class Map : IEntityTypeConfiguration<Review>
    {
        public void Configure(EntityTypeBuilder<Review> builder) =>
            builder.ToTable("reviews").HasKey(row => new { row.WorkspaceId, row.MemberId });
    }
}
