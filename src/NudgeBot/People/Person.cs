using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NudgeBot.Commands;
using NudgeBot.Storage;

namespace NudgeBot.People;

/// <summary>
/// Someone a member knows: a workspace account or somebody outside it. The person has an identity of their own; accounts, e-mail
/// addresses and names are dated aliases of it, so that the memory survives a change of employer.
/// </summary>
internal sealed class Person : IMemberOwned
{
    public string WorkspaceId { get; init; } = null!;

    public string MemberId { get; init; } = null!;

    public required Guid PersonId { get; init; }

    public required string Name { get; set; }

    public string? Email { get; set; }

    public string? Link { get; set; }

    public string? Employer { get; set; }

    /// <summary>When the person was first named, UTC; records about them can be older.</summary>
    public required DateTimeOffset KnownSince { get; set; }

    /// <summary>The day on which the person was first named, in the member's zone.</summary>
    public DateOnly KnownOn(Turn turn) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(KnownSince, turn.Zone).DateTime);

    private sealed class Map : IEntityTypeConfiguration<Person>
    {
        public void Configure(EntityTypeBuilder<Person> builder)
        {
            builder.ToTable("persons").HasKey(row => new { row.WorkspaceId, row.MemberId, row.PersonId });
            builder.HasMany<PersonAlias>().WithOne().HasForeignKey(row => new { row.WorkspaceId, row.MemberId, row.PersonId });
        }
    }
}
