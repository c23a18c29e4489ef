using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NudgeBot.Storage;

namespace NudgeBot.Workspaces;

/// <summary>Somebody in the workspace's own directory, as the platform tells it: what every colleague can see there anyway.</summary>
internal sealed class Account : ITenantOwned
{
    public string WorkspaceId { get; init; } = null!;

    /// <summary>The platform's id; a member's id is the same.</summary>
    public required string AccountId { get; init; }

    public required string Name { get; set; }

    /// <summary>The name folded for comparing.</summary>
    public required string FoldedName { get; set; }

    /// <summary>The first word of the folded name, by which colleagues call each other.</summary>
    public required string FoldedFirstName { get; set; }

    public string? Email { get; set; }

    /// <summary>IANA zone, as the platform tells it.</summary>
    public required string TimeZone { get; set; }

    /// <summary>May set channel digests and the workspace's limits.</summary>
    public bool IsAdmin { get; set; }

    /// <summary>Two-letter language in which the platform speaks to them; null where it does not say.</summary>
    public string? Language { get; set; }

    /// <summary>False once the platform says that the account is closed.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>As of when the platform told of it, UTC; null while no more is known than what came with a message.</summary>
    public DateTimeOffset? ToldAt { get; set; }

    private sealed class Map : IEntityTypeConfiguration<Account>
    {
        public void Configure(EntityTypeBuilder<Account> builder)
        {
            builder.ToTable("accounts").HasKey(row => new { row.WorkspaceId, row.AccountId });
            builder.HasIndex(row => new { row.WorkspaceId, row.FoldedName });
            builder.HasIndex(row => new { row.WorkspaceId, row.FoldedFirstName });
            builder.HasIndex(row => new { row.WorkspaceId, row.Email });
        }
    }
}
