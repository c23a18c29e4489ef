using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NudgeBot.Storage;

namespace NudgeBot.Digests;

/// <summary>That something was shown in a channel's digest: the key allows it once.</summary>
internal sealed class DigestItem : ITenantOwned
{
    public string WorkspaceId { get; init; } = null!;

    public required string ChannelId { get; init; }

    /// <summary>The id of the shared thanks or of the public ask.</summary>
    public required Guid ItemId { get; init; }

    public Guid PostId { get; init; }

    private sealed class Map : IEntityTypeConfiguration<DigestItem>
    {
        public void Configure(EntityTypeBuilder<DigestItem> builder)
        {
            builder.ToTable("digest_items").HasKey(row => new { row.WorkspaceId, row.ChannelId, row.ItemId });
            builder.HasIndex(row => new { row.WorkspaceId, row.ItemId });
        }
    }
}
