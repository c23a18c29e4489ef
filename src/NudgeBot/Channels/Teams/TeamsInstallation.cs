using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NudgeBot.Storage;

namespace NudgeBot.Channels.Teams;

/// <summary>NudgeBot's place in one tenant, whose id the workspace's is.</summary>
internal sealed class TeamsInstallation : ITenantOwned
{
    public string WorkspaceId { get; init; } = null!;

    /// <summary>What Teams calls NudgeBot there (<c>28:…</c>).</summary>
    public required string BotId { get; set; }

    /// <summary>Where Teams last said that answers go, for conversations that are yet to be opened.</summary>
    public required string ServiceUrl { get; set; }

    private sealed class Map : IEntityTypeConfiguration<TeamsInstallation>
    {
        public void Configure(EntityTypeBuilder<TeamsInstallation> builder) => builder.ToTable("teams_installations").HasKey(row => row.WorkspaceId);
    }
}
