using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Ledger;

/// <summary>One record of a member's memory: a help, a touch, a note, a need or a follow-up, about one person or several.</summary>
internal sealed class Entry : IMemberOwned
{
    public string WorkspaceId { get; init; } = null!;

    public string MemberId { get; init; } = null!;

    public required Guid EntryId { get; init; }

    public required EntryKind Kind { get; init; }

    /// <summary>What was recorded, in the member's own words; at most 2,000 characters, empty for a bare touch.</summary>
    public required string Text { get; set; }

    /// <summary>The day it happened or was noted, in the member's zone.</summary>
    public required DateOnly On { get; init; }

    /// <summary>When it was recorded, UTC. No two records of a member have the same instant: undo takes back the last one.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The day on which a follow-up comes back; null for every other kind.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>When a need was met or a follow-up done; null while it is open, and for every other kind.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    public List<EntryPerson> Persons { get; init; } = [];

    private sealed class Map : IEntityTypeConfiguration<Entry>
    {
        public void Configure(EntityTypeBuilder<Entry> builder)
        {
            builder.ToTable("entries").HasKey(row => new { row.WorkspaceId, row.MemberId, row.EntryId });
            builder.HasIndex(row => new { row.WorkspaceId, row.MemberId, row.RecordedAt });
            builder.HasIndex(row => new { row.WorkspaceId, row.MemberId, row.DueOn });
        }
    }
}

/// <summary>What a record is.</summary>
internal enum EntryKind
{
    /// <summary>The member helped.</summary>
    Gave,

    /// <summary>The member was helped.</summary>
    Received,

    /// <summary>A contact with no help in it.</summary>
    Touch,

    Note,

    /// <summary>Something a person is up to that one could be of use with.</summary>
    Need,

    FollowUp,
}

/// <summary>Says that a record is about a person.</summary>
internal sealed class EntryPerson : IMemberOwned
{
    public string WorkspaceId { get; init; } = null!;

    public string MemberId { get; init; } = null!;

    public Guid EntryId { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>True when the person became known with this record, so that taking it back forgets them again.</summary>
    public bool IsIntroduction { get; init; }

    private sealed class Map : IEntityTypeConfiguration<EntryPerson>
    {
        public void Configure(EntityTypeBuilder<EntryPerson> builder)
        {
            builder.ToTable("entry_persons").HasKey(row => new { row.WorkspaceId, row.MemberId, row.EntryId, row.PersonId });
            builder.HasIndex(row => new { row.WorkspaceId, row.MemberId, row.PersonId });
            builder.HasOne<Entry>().WithMany(entry => entry.Persons).HasForeignKey(row => new { row.WorkspaceId, row.MemberId, row.EntryId });
            builder.HasOne<Person>().WithMany().HasForeignKey(row => new { row.WorkspaceId, row.MemberId, row.PersonId });
        }
    }
}
