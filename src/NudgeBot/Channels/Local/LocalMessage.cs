using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NudgeBot.Storage;

namespace NudgeBot.Channels.Local;

/// <summary>A message as the built-in workspace keeps it: the part of a chat platform that Slack and Teams play themselves.</summary>
internal sealed class LocalMessage : ITenantOwned
{
    public string WorkspaceId { get; init; } = null!;

    /// <summary>Grows by one with each message of the workspace.</summary>
    public required long MessageId { get; init; }

    /// <summary>The channel, or the member whose direct chat with NudgeBot it stands in.</summary>
    public required string ConversationId { get; init; }

    public required bool IsDirect { get; init; }

    /// <summary>The only member who sees it in a channel; null when all do.</summary>
    public string? EphemeralFor { get; init; }

    /// <summary>Who wrote it: a member's id, or <c>nudgebot</c>.</summary>
    public required string From { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The message as JSON.</summary>
    public required string Body { get; init; }

    /// <summary>The delivery that brought it; null for answers and for what members wrote.</summary>
    public Guid? DeliveryId { get; init; }

    /// <summary>The event that said or answered it, so that its repetition finds it; null for what a delivery brought.</summary>
    public string? EventId { get; init; }

    /// <summary>The earlier message whose place it takes.</summary>
    public long? Replaces { get; init; }

    /// <summary>Whether the member may see it, in their direct chat or in a channel.</summary>
    public bool IsVisibleTo(string memberId) =>
        IsDirect ? ConversationId == memberId : EphemeralFor is null || EphemeralFor == memberId;

    private sealed class Map : IEntityTypeConfiguration<LocalMessage>
    {
        public void Configure(EntityTypeBuilder<LocalMessage> builder)
        {
            builder.ToTable("local_messages").HasKey(row => new { row.WorkspaceId, row.MessageId });
            builder.Property(row => row.MessageId).ValueGeneratedNever();
            builder.HasIndex(row => new { row.WorkspaceId, row.ConversationId, row.MessageId });
            builder.HasIndex(row => new { row.WorkspaceId, row.DeliveryId }).IsUnique();
            builder.HasIndex(row => new { row.WorkspaceId, row.EventId });
        }
    }
}
