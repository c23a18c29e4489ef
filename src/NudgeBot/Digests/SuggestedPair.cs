using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NudgeBot.Storage;

namespace NudgeBot.Digests;

/// <summary>Two members whom a digest named to each other.</summary>
internal sealed class SuggestedPair : ITenantOwned
{
    public string WorkspaceId { get; init; } = null!;

    public Guid PostId { get; init; }

    public required string FirstId { get; init; }

    public required string SecondId { get; init; }

    private sealed class Map : IEntityTypeConfiguration<SuggestedPair>
    {
        public void Configure(EntityTypeBuilder<SuggestedPair> builder) =>
            builder.ToTable("suggested_pairs").HasKey(row => new { row.WorkspaceId, row.PostId, row.FirstId, row.SecondId });
    }
}
