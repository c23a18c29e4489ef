using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NudgeBot.Storage;

namespace NudgeBot.Ledger;

/// <summary>Thanks that a member sent to the colleague who helped: the sender's words, which the receiver can keep in their own memory.</summary>
internal sealed class ThanksLetter : ILetter
{
    public string WorkspaceId { get; init; } = null!;

    /// <summary>Who is thanked.</summary>
    public required string MemberId { get; init; }

    public required Guid LetterId { get; init; }

    public string FromMemberId { get; init; } = null!;

    /// <summary>The sender's record.</summary>
    public required Guid EntryId { get; init; }

    public required string Text { get; init; }

    public required DateOnly On { get; init; }

    /// <summary>The record that the receiver made of it; null until they did.</summary>
    public Guid? KeptEntryId { get; set; }

    private sealed class Map : IEntityTypeConfiguration<ThanksLetter>
    {
        public void Configure(EntityTypeBuilder<ThanksLetter> builder)
        {
            builder.ToTable("thanks_letters").HasKey(row => new { row.WorkspaceId, row.MemberId, row.LetterId });
            builder.HasIndex(row => new { row.WorkspaceId, row.FromMemberId, row.EntryId, row.MemberId }).IsUnique();
        }
    }
}
