using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Circle;

/// <summary>A person whom the member chose, with a ring, a cadence and the reason. At rest it keeps no seat but remembers them.</summary>
internal sealed class Associate : IMemberOwned
{
    public string WorkspaceId { get; init; } = null!;

    public string MemberId { get; init; } = null!;

    public required Guid PersonId { get; init; }

    public required Ring Ring { get; set; }

    /// <summary>The interval that the member asked for, as they wrote it (<c>every 6 weeks</c>); null when none was set.</summary>
    public string? Cadence { get; set; }

    /// <summary>The same as days; null when none was set.</summary>
    public int? CadenceDays { get; set; }

    /// <summary>The sentence that says why this person.</summary>
    public string Reason { get; set; } = "";

    public required DateOnly ChosenOn { get; set; }

    /// <summary>Since when the person is at rest, on the shelf; null while they hold a seat.</summary>
    public DateOnly? RestedOn { get; set; }

    /// <summary>When the member last said in a review that the person keeps the seat.</summary>
    public DateTimeOffset? ReviewedAt { get; set; }

    /// <summary>How far the member's answers have moved the rhythm, in steps of <see cref="Circle.Leaning"/>; 0 when they have not.</summary>
    public int Leaning { get; set; }

    private sealed class Map : IEntityTypeConfiguration<Associate>
    {
        public void Configure(EntityTypeBuilder<Associate> builder)
        {
            builder.ToTable("associates").HasKey(row => new { row.WorkspaceId, row.MemberId, row.PersonId });
            builder.HasOne<Person>().WithMany().HasForeignKey(row => new { row.WorkspaceId, row.MemberId, row.PersonId });
        }
    }
}
