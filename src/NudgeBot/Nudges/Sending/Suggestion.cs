using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Nudges.Sending;

/// <summary>One person in one message that NudgeBot sent to a member, and what the member made of it.</summary>
internal sealed class Suggestion : IMemberOwned
{
    public string WorkspaceId { get; init; } = null!;

    public string MemberId { get; init; } = null!;

    public required Guid SuggestionId { get; init; }

    /// <summary>The message, which holds up to three persons.</summary>
    public required Guid DeliveryId { get; init; }

    public required Guid PersonId { get; set; }

    /// <summary>Why the person got a place in it.</summary>
    public required SuggestionSlot Slot { get; init; }

    /// <summary>The record that its words rest on, or the follow-up that came back; null when there was none, or it was taken back.</summary>
    public Guid? CitedId { get; set; }

    /// <summary>Which of the phrasings was used, see <see cref="Wording.Say"/>.</summary>
    public required int Phrasing { get; init; }

    /// <summary>When it was written down to be sent, UTC.</summary>
    public required DateTimeOffset SentAt { get; init; }

    public Answer Answer { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>By how many steps the answer moved the rhythm with the person, so that it can be taken back.</summary>
    public int Moved { get; set; }

    /// <summary>The day that the answer is about: of the touch or help, until which to rest, or on which to come back.</summary>
    public DateOnly? AnsweredOn { get; set; }

    /// <summary>The time of day on that day that was picked for getting in touch, in the member's zone; null when none was.</summary>
    public TimeOnly? PlannedTime { get; set; }

    /// <summary>The record that the answer made; null when it made none, or it was taken back.</summary>
    public Guid? RecordId { get; set; }

    private sealed class Map : IEntityTypeConfiguration<Suggestion>
    {
        public void Configure(EntityTypeBuilder<Suggestion> builder)
        {
            builder.ToTable("suggestions").HasKey(row => new { row.WorkspaceId, row.MemberId, row.SuggestionId });
            builder.HasIndex(row => new { row.WorkspaceId, row.MemberId, row.DeliveryId });
            builder.HasIndex(row => new { row.WorkspaceId, row.MemberId, row.PersonId, row.SentAt });
            builder.HasIndex(row => new { row.WorkspaceId, row.MemberId, row.CitedId });
            builder.HasOne<Person>().WithMany().HasForeignKey(row => new { row.WorkspaceId, row.MemberId, row.PersonId });
        }
    }
}

/// <summary>What the member answered.</summary>
internal enum Answer
{
    None,

    /// <summary>They reached out: a touch was logged.</summary>
    Reached,

    /// <summary>They helped: a help was logged.</summary>
    Helped,

    /// <summary>They picked a time: a follow-up was set.</summary>
    Planned,

    Snoozed,

    NotNow,

    Rested,

    Released,

    /// <summary>Asked whether to go on, they said yes.</summary>
    Kept,

    /// <summary>Never again about this person.</summary>
    Stopped,

    /// <summary>They recorded something with the person by a command.</summary>
    Recorded,

    /// <summary>Asked whether what they had planned came about, they said not yet: it stays open.</summary>
    NotYet,

    /// <summary>Asked whether what they had planned came about, they said no.</summary>
    Dropped,
}
