using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NudgeBot.Storage;

namespace NudgeBot.Circle.Asks;

/// <summary>An ask that its author made public, for the digests of the workspace; gone once it is done or made private again.</summary>
internal sealed class PublicAsk : ITenantOwned
{
    public string WorkspaceId { get; init; } = null!;

    public required Guid AskId { get; init; }

    public required string AuthorId { get; init; }

    public required int Number { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    private sealed class Map : IEntityTypeConfiguration<PublicAsk>
    {
        public void Configure(EntityTypeBuilder<PublicAsk> builder)
        {
            builder.ToTable("public_asks").HasKey(row => new { row.WorkspaceId, row.AskId });
            builder.HasOne<Ask>().WithMany().HasForeignKey(row => new { row.WorkspaceId, row.AuthorId, row.AskId });
        }
    }
}
