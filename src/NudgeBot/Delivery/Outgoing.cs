using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NudgeBot.Storage;

namespace NudgeBot.Delivery;

/// <summary>
/// A delivery: one outgoing message, written down before it is sent, and what became of it. It is a letter, so that the one who
/// caused it and the one who gets it can both ask what became of it.
/// </summary>
internal sealed class Outgoing : ILetter
{
    public string WorkspaceId { get; init; } = null!;

    public required Guid DeliveryId { get; init; }

    /// <summary>Who gets it, or an empty text for a channel's post.</summary>
    public required string MemberId { get; init; }

    public string FromMemberId { get; init; } = null!;

    /// <summary>What it is: nudge, digest, answer and so on.</summary>
    public required string Kind { get; init; }

    public required string ConversationId { get; init; }

    public required bool IsDirect { get; init; }

    /// <summary>The only member who shall see it in a channel; null when all may.</summary>
    public string? EphemeralFor { get; init; }

    /// <summary>An earlier delivery whose place the message takes, as when something in a post was taken down; null for a new one.</summary>
    public Guid? Replaces { get; init; }

    /// <summary>The platform's id of the message whose place it takes, where that was no delivery; null for a new one.</summary>
    public string? ReplacesMessage { get; init; }

    /// <summary>The short-lived address for answers that came with the event, sealed by the adapter; null when there was none.</summary>
    public string? AnswerAddress { get; init; }

    /// <summary>The message as JSON; emptied some time after it was sent.</summary>
    public required string Body { get; set; }

    public DeliveryState State { get; set; }

    /// <summary>When it was written down, or when an operator had it tried anew: so long ago it may be given up.</summary>
    public required DateTimeOffset CreatedAt { get; set; }

    /// <summary>Not to be sent before this instant of the workspace's clock.</summary>
    public required DateTimeOffset NotBefore { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>The platform's id of the message once it is sent.</summary>
    public string? PlatformId { get; set; }

    /// <summary>Why the last try failed, without anything private.</summary>
    public string? Error { get; set; }

    private sealed class Map : IEntityTypeConfiguration<Outgoing>
    {
        public void Configure(EntityTypeBuilder<Outgoing> builder)
        {
            builder.ToTable("deliveries").HasKey(row => new { row.WorkspaceId, row.DeliveryId });
            builder.HasIndex(row => new { row.WorkspaceId, row.State, row.NotBefore });
            builder.HasIndex(row => new { row.WorkspaceId, row.MemberId, row.CreatedAt });
            // The worker asks every second what is waiting anywhere; without these it would read every delivery ever made.
            builder.HasIndex(row => new { row.State, row.NotBefore, row.WorkspaceId });
            builder.HasIndex(row => new { row.State, row.SentAt });
        }
    }
}

/// <summary>What became of a delivery.</summary>
internal enum DeliveryState
{
    Pending,

    /// <summary>Handed to the platform; after a crash the platform's history decides whether it got there.</summary>
    Sending,

    Sent,

    /// <summary>Given up, with a reason.</summary>
    Failed,
}
