using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NudgeBot.Storage;

namespace NudgeBot.People;

/// <summary>A command that waits until the member has picked whom they meant.</summary>
internal sealed class HeldCommand : IMemberOwned
{
    public string WorkspaceId { get; init; } = null!;

    public string MemberId { get; init; } = null!;

    public required Guid HeldId { get; init; }

    /// <summary>The whole line, as it was typed.</summary>
    public required string Line { get; init; }

    /// <summary>The folded name that is asked about.</summary>
    public required string FoldedName { get; init; }

    /// <summary>What was picked before for other names of the line, as JSON.</summary>
    public required string Picked { get; init; }

    public required DateTimeOffset HeldAt { get; init; }

    private sealed class Map : IEntityTypeConfiguration<HeldCommand>
    {
        public void Configure(EntityTypeBuilder<HeldCommand> builder) =>
            builder.ToTable("held_commands").HasKey(row => new { row.WorkspaceId, row.MemberId, row.HeldId });
    }
}
