using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Nudges.Sending;

/// <summary>How far a member wants to be reminded of one person; persons without a row were never suggested.</summary>
internal sealed class Attention : IMemberOwned
{
    public string WorkspaceId { get; init; } = null!;

    public string MemberId { get; init; } = null!;

    public required Guid PersonId { get; init; }

    /// <summary>The member's day on which the person was last suggested; null when they were only snoozed or stopped.</summary>
    public DateOnly? SuggestedOn { get; set; }

    /// <summary>How many suggestions in a row the member left unanswered, the latest one among them until it is answered.</summary>
    public int Unanswered { get; set; }

    /// <summary>The member was asked whether to keep suggesting the person and has not answered, so nothing more is said of them.</summary>
    public bool AskedToKeep { get; set; }

    /// <summary>Not to be suggested before this day of the member's.</summary>
    public DateOnly? SnoozedUntil { get; set; }

    /// <summary>Not to be suggested at all, until the member says otherwise.</summary>
    public bool Stopped { get; set; }

    /// <summary>The member marked the person as somebody whom they trust.</summary>
    public bool Trusted { get; set; }

    /// <summary>The member marked the person as somebody who would be glad to hear from them.</summary>
    public bool WouldBeGlad { get; set; }

    private sealed class Map : IEntityTypeConfiguration<Attention>
    {
        public void Configure(EntityTypeBuilder<Attention> builder)
        {
            builder.ToTable("attentions").HasKey(row => new { row.WorkspaceId, row.MemberId, row.PersonId });
            builder.HasOne<Person>().WithMany().HasForeignKey(row => new { row.WorkspaceId, row.MemberId, row.PersonId });
        }
    }
}
