using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NudgeBot.Storage;

namespace NudgeBot.People;

/// <summary>One of the ways by which a member's person is found, with the time in which it held.</summary>
internal sealed class PersonAlias : IMemberOwned
{
    public string WorkspaceId { get; init; } = null!;

    public string MemberId { get; init; } = null!;

    public required Guid PersonId { get; set; }

    public required AliasKind Kind { get; init; }

    /// <summary>The account's id, the address in lower case, or the folded name.</summary>
    public required string Value { get; init; }

    public required DateOnly Since { get; init; }

    /// <summary>The last day on which it held; null while it does.</summary>
    public DateOnly? Until { get; set; }

    private sealed class Map : IEntityTypeConfiguration<PersonAlias>
    {
        public void Configure(EntityTypeBuilder<PersonAlias> builder)
        {
            builder.ToTable("person_aliases").HasKey(row => new { row.WorkspaceId, row.MemberId, row.PersonId, row.Kind, row.Value });
            builder.HasIndex(row => new { row.WorkspaceId, row.MemberId, row.Value });
        }
    }
}

/// <summary>What an alias is.</summary>
internal enum AliasKind
{
    Account,
    Email,

    /// <summary>The whole name, folded.</summary>
    Name,

    /// <summary>A part of the name by which people are called, folded.</summary>
    FirstName,
}
