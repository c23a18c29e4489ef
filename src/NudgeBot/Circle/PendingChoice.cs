using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Circle;

/// <summary>A choice that waits until the member has said who makes room for it; one for each person, the latest.</summary>
internal sealed class PendingChoice : IMemberOwned
{
    public string WorkspaceId { get; init; } = null!;

    public string MemberId { get; init; } = null!;

    public required Guid PendingId { get; init; }

    public required Guid PersonId { get; init; }

    public Ring? Ring { get; init; }

    public string? Cadence { get; init; }

    public string? Reason { get; init; }

    /// <summary>What was chosen, as it was said.</summary>
    public Choice Choice => new(Ring, Cadence is { } phrase ? Commands.Grammar.Cadence.Read(phrase).Value : null, Reason);

    private sealed class Map : IEntityTypeConfiguration<PendingChoice>
    {
        public void Configure(EntityTypeBuilder<PendingChoice> builder)
        {
            builder.ToTable("pending_choices").HasKey(row => new { row.WorkspaceId, row.MemberId, row.PendingId });
            builder.HasOne<Person>().WithMany().HasForeignKey(row => new { row.WorkspaceId, row.MemberId, row.PersonId });
            builder.Ignore(row => row.Choice);
        }
    }
}
