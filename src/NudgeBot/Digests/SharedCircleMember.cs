using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NudgeBot.Storage;

namespace NudgeBot.Digests;

/// <summary>That a member joined a channel's shared circle. Joining is public in the channel's sense: the workspace may know.</summary>
internal sealed class SharedCircleMember : ITenantOwned
{
    public string WorkspaceId { get; init; } = null!;

    public required string ChannelId { get; init; }

    public required string MemberId { get; init; }

    public required DateTimeOffset JoinedAt { get; init; }

    private sealed class Map : IEntityTypeConfiguration<SharedCircleMember>
    {
        public void Configure(EntityTypeBuilder<SharedCircleMember> builder) =>
            builder.ToTable("shared_circle_members").HasKey(row => new { row.WorkspaceId, row.ChannelId, row.MemberId });
    }
}
