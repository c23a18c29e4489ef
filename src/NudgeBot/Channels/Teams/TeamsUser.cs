using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NudgeBot.Storage;

namespace NudgeBot.Channels.Teams;

/// <summary>What Teams calls an account in talking with NudgeBot: an id (<c>29:…</c>) that no other bot gets, beside the directory's own.</summary>
internal sealed class TeamsUser : ITenantOwned
{
    public string WorkspaceId { get; init; } = null!;

    public required string UserId { get; init; }

    /// <summary>The account's object id in Entra, by which NudgeBot knows it.</summary>
    public required string AccountId { get; set; }

    private sealed class Map : IEntityTypeConfiguration<TeamsUser>
    {
        public void Configure(EntityTypeBuilder<TeamsUser> builder)
        {
            builder.ToTable("teams_users").HasKey(row => new { row.WorkspaceId, row.UserId });
            builder.HasIndex(row => new { row.WorkspaceId, row.AccountId });
        }
    }
}
