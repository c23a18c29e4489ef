using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;
using NudgeBot.Delivery;
using NudgeBot.Storage;

namespace NudgeBot.Digests;

/// <summary>That a channel gets a digest, and when. Everybody in the channel may know.</summary>
internal sealed class Digest : ITenantOwned
{
    public string WorkspaceId { get; init; } = null!;

    public required string ChannelId { get; init; }

    /// <summary>The schedule's English phrase, as <see cref="DigestSchedule"/> reads and writes it.</summary>
    public required string Phrase { get; set; }

    /// <summary>IANA zone of the member who set it.</summary>
    public required string TimeZone { get; set; }

    /// <summary>Two-letter language of the member who set it: posts are in it.</summary>
    public required string Language { get; set; }

    /// <summary>The day from which every few weeks are counted, in <see cref="TimeZone"/>.</summary>
    public required DateOnly Anchor { get; set; }

    public DigestSchedule Schedule => DigestSchedule.Read(Phrase).Value;

    /// <summary>When it is posted next after an instant, UTC.</summary>
    public DateTimeOffset NextAfter(DateTimeOffset instant) =>
        Recurrence.Next(Schedule, TimeZoneInfo.FindSystemTimeZoneById(TimeZone), Anchor, instant)
        ?? throw new UnreachableException("Cronos reckons until the year 2499.");

    /// <summary>The same, as the digest's zone shows it.</summary>
    public DueTime DueAfter(DateTimeOffset instant) => new(NextAfter(instant), TimeZoneInfo.FindSystemTimeZoneById(TimeZone));

    /// <summary>The channel's own turn at an instant: nobody asks, and the day and language are the digest's.</summary>
    public Turn TurnAt(DateTimeOffset instant) => new(
        WorkspaceId, "", Conversation.InChannel(ChannelId), instant, TimeZoneInfo.FindSystemTimeZoneById(TimeZone), CultureInfo.GetCultureInfo(Language));

    private sealed class Map : IEntityTypeConfiguration<Digest>
    {
        public void Configure(EntityTypeBuilder<Digest> builder)
        {
            builder.ToTable("digests").HasKey(row => new { row.WorkspaceId, row.ChannelId });
            builder.Ignore(row => row.Schedule);
        }
    }
}
