using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NudgeBot.Storage;

namespace NudgeBot.Delivery;

/// <summary>Where direct messages to an account go. Somebody who never wrote has none; the adapter opens the conversation then.</summary>
internal sealed class Mailbox : ITenantOwned
{
    public string WorkspaceId { get; init; } = null!;

    public required string MemberId { get; init; }

    /// <summary>The platform's id of the direct conversation; empty while none is known.</summary>
    public required string ConversationId { get; set; }

    /// <summary>Set when the platform says that the account blocked the bot: nothing is sent until they write.</summary>
    public DateTimeOffset? BlockedAt { get; set; }

    private sealed class Map : IEntityTypeConfiguration<Mailbox>
    {
        public void Configure(EntityTypeBuilder<Mailbox> builder) =>
            builder.ToTable("mailboxes").HasKey(row => new { row.WorkspaceId, row.MemberId });
    }
}
