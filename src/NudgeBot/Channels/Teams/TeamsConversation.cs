using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NudgeBot.Storage;

namespace NudgeBot.Channels.Teams;

/// <summary>A conversation that NudgeBot is part of: somebody's personal chat with it, a group chat, or a channel of a team.</summary>
internal sealed class TeamsConversation : ITenantOwned
{
    public string WorkspaceId { get; init; } = null!;

    /// <summary>Teams' id, without the thread of a channel's message.</summary>
    public required string ConversationId { get; init; }

    public required TeamsScope Scope { get; init; }

    /// <summary>Where answers in it go.</summary>
    public required string ServiceUrl { get; set; }

    /// <summary>The account whose personal chat it is; null for others.</summary>
    public string? AccountId { get; set; }

    /// <summary>The team that a channel belongs to; null for others.</summary>
    public string? TeamId { get; set; }

    /// <summary>The channel's or chat's name, as far as Teams told it.</summary>
    public string? Name { get; set; }

    /// <summary>Who added NudgeBot there, and may set its digests; null where Teams did not say.</summary>
    public string? AddedBy { get; set; }

    /// <summary>Since when NudgeBot is no part of it any more; null while it is.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    private sealed class Map : IEntityTypeConfiguration<TeamsConversation>
    {
        public void Configure(EntityTypeBuilder<TeamsConversation> builder)
        {
            builder.ToTable("teams_conversations").HasKey(row => new { row.WorkspaceId, row.ConversationId });
            builder.HasIndex(row => new { row.WorkspaceId, row.AccountId });
            builder.HasIndex(row => new { row.WorkspaceId, row.TeamId });
        }
    }
}

/// <summary>Who reads a conversation.</summary>
internal enum TeamsScope
{
    /// <summary>One person and NudgeBot.</summary>
    Personal,

    /// <summary>Some people who were added to a chat or meeting.</summary>
    GroupChat,

    /// <summary>A team.</summary>
    Channel,
}
