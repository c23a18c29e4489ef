using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NudgeBot.Storage;

namespace NudgeBot.Circle.Mutual;

/// <summary>
/// Says that a mutual choice was found, by whichever of the two was told first. Once it stands the other one is told as well, whatever
/// the first one takes back meanwhile, and the pair is never told again.
/// </summary>
internal sealed class Revelation : ILetter
{
    public string WorkspaceId { get; init; } = null!;

    /// <summary>The one who is told second.</summary>
    public required string MemberId { get; init; }

    public string FromMemberId { get; init; } = null!;

    /// <summary>When the second one was told; null until then.</summary>
    public DateTimeOffset? ToldAt { get; set; }

    private sealed class Map : IEntityTypeConfiguration<Revelation>
    {
        public void Configure(EntityTypeBuilder<Revelation> builder) =>
            builder.ToTable("revelations").HasKey(row => new { row.WorkspaceId, row.MemberId, row.FromMemberId });
    }
}
