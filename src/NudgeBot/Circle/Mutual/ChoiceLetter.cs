using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NudgeBot.Storage;

namespace NudgeBot.Circle.Mutual;

/// <summary>
/// Says to somebody's account that a member chose them and agreed that a mutual choice may be shown. It stands while both hold, and
/// nobody is shown it: <see cref="Reveal"/> alone looks for two letters that cross, and <see cref="ChoiceLetters"/> alone writes them.
/// Who leaves the circle, or is forgotten, takes the letter along by the foreign key.
/// </summary>
internal sealed class ChoiceLetter : ILetter
{
    public string WorkspaceId { get; init; } = null!;

    /// <summary>The account that was chosen.</summary>
    public required string MemberId { get; init; }

    public string FromMemberId { get; init; } = null!;

    /// <summary>The chooser's own person for that account.</summary>
    public required Guid PersonId { get; set; }

    /// <summary>The UTC day since which choice and consent have stood without a break.</summary>
    public required DateOnly Since { get; init; }

    private sealed class Map : IEntityTypeConfiguration<ChoiceLetter>
    {
        public void Configure(EntityTypeBuilder<ChoiceLetter> builder)
        {
            builder.ToTable("choice_letters").HasKey(row => new { row.WorkspaceId, row.FromMemberId, row.MemberId });
            builder.HasIndex(row => new { row.WorkspaceId, row.MemberId });
            builder.HasOne<Associate>().WithMany().HasForeignKey(row => new { row.WorkspaceId, row.FromMemberId, row.PersonId });
        }
    }
}
