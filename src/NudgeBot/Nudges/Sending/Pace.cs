using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NudgeBot.Storage;

namespace NudgeBot.Nudges.Sending;

/// <summary>How a member takes nudges as a whole, so that they fade out where they are left unanswered.</summary>
internal sealed class Pace : IMemberOwned
{
    public string WorkspaceId { get; init; } = null!;

    public string MemberId { get; init; } = null!;

    /// <summary>How many nudges there were, so that their phrasings take turns.</summary>
    public int Nudges { get; set; }

    /// <summary>How many nudges in a row the member left unanswered, the latest one among them until it is answered.</summary>
    public int Ignored { get; set; }

    /// <summary>The member's day of the latest nudge; null before the first.</summary>
    public DateOnly? NudgedOn { get; set; }

    /// <summary>The member asked for one nudge a month.</summary>
    public bool WantsMonthly { get; set; }

    private sealed class Map : IEntityTypeConfiguration<Pace>
    {
        public void Configure(EntityTypeBuilder<Pace> builder) =>
            builder.ToTable("paces").HasKey(row => new { row.WorkspaceId, row.MemberId });
    }
}
