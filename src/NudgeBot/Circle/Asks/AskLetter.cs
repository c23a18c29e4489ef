using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Circle.Asks;

/// <summary>
/// An ask as it lies with one who may see it: an associate of the author in the workspace, or a colleague who answered a public one.
/// They see it by <c>asks</c> and in their next nudge; it is no message of its own.
/// </summary>
internal sealed class AskLetter : ILetter
{
    public string WorkspaceId { get; init; } = null!;

    /// <summary>Who may see it.</summary>
    public string MemberId { get; init; } = null!;

    /// <summary>The author.</summary>
    public string FromMemberId { get; init; } = null!;

    public required Guid AskId { get; init; }

    /// <summary>The author's person for the one who sees it; null where a colleague answered a public ask.</summary>
    public Guid? PersonId { get; set; }

    public required int Number { get; set; }

    public required string Text { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>When the author was told that this one can help; null until then.</summary>
    public DateTimeOffset? OfferedAt { get; set; }

    /// <summary>When the author closed the ask; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    private sealed class Map : IEntityTypeConfiguration<AskLetter>
    {
        public void Configure(EntityTypeBuilder<AskLetter> builder)
        {
            builder.ToTable("ask_letters").HasKey(row => new { row.WorkspaceId, row.MemberId, row.AskId });
            builder.HasOne<Ask>().WithMany().HasForeignKey(row => new { row.WorkspaceId, row.FromMemberId, row.AskId });
            builder.HasOne<Person>().WithMany().HasForeignKey(row => new { row.WorkspaceId, row.FromMemberId, row.PersonId }).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
