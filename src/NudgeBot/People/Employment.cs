using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NudgeBot.Storage;

namespace NudgeBot.People;

/// <summary>Where a person worked, as far as the member knows, for the story of a tie across employers.</summary>
internal sealed class Employment : IMemberOwned
{
    public string WorkspaceId { get; init; } = null!;

    public string MemberId { get; init; } = null!;

    public required Guid PersonId { get; set; }

    public required string Employer { get; init; }

    public required DateOnly Since { get; init; }

    public DateOnly? Until { get; set; }

    private sealed class Map : IEntityTypeConfiguration<Employment>
    {
        public void Configure(EntityTypeBuilder<Employment> builder)
        {
            builder.ToTable("employments").HasKey(row => new { row.WorkspaceId, row.MemberId, row.PersonId, row.Employer, row.Since });
            builder.HasOne<Person>().WithMany().HasForeignKey(row => new { row.WorkspaceId, row.MemberId, row.PersonId });
        }
    }
}
