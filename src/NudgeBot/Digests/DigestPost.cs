using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Storage;

namespace NudgeBot.Digests;

/// <summary>One digest that was posted: what it showed, so that nothing is shown twice and what is taken down can be left out of it.</summary>
internal sealed class DigestPost : ITenantOwned
{
    public string WorkspaceId { get; init; } = null!;

    public required Guid PostId { get; init; }

    public required string ChannelId { get; init; }

    public required DateTimeOffset PostedAt { get; init; }

    /// <summary>The delivery that brought what stands in the channel now.</summary>
    public required Guid DeliveryId { get; set; }

    public required string Language { get; init; }

    /// <summary>How many reconnections it said were waiting; null when it said nothing about it.</summary>
    public int? Waiting { get; init; }

    public List<DigestItem> Items { get; init; } = [];

    public List<SuggestedPair> Pairs { get; init; } = [];

    /// <summary>The channel's own turn at an instant: nobody asks, and the language is the post's.</summary>
    public Turn TurnAt(DateTimeOffset instant) =>
        new(WorkspaceId, "", Conversation.InChannel(ChannelId), instant, TimeZoneInfo.Utc, CultureInfo.GetCultureInfo(Language));

    private sealed class Map : IEntityTypeConfiguration<DigestPost>
    {
        public void Configure(EntityTypeBuilder<DigestPost> builder)
        {
            builder.ToTable("digest_posts").HasKey(row => new { row.WorkspaceId, row.PostId });
            builder.HasIndex(row => new { row.WorkspaceId, row.ChannelId, row.PostedAt });
            builder.HasMany(row => row.Items).WithOne().HasForeignKey(row => new { row.WorkspaceId, row.PostId });
            builder.HasMany(row => row.Pairs).WithOne().HasForeignKey(row => new { row.WorkspaceId, row.PostId });
        }
    }
}
