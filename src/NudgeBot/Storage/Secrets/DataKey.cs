using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NudgeBot.Storage.Secrets;

/// <summary>
/// A key of Data Protection, as it writes it down. It stands in the database, so that a backup can read its own secrets on any machine
/// and several replicas share it. It belongs to the installation, not to a workspace.
/// </summary>
internal sealed class DataKey
{
    public int Number { get; init; }

    /// <summary>Its name with Data Protection.</summary>
    public required string Name { get; init; }

    /// <summary>The key; encrypted in itself where a certificate is configured.</summary>
    public required string Xml { get; init; }

    private sealed class Map : IEntityTypeConfiguration<DataKey>
    {
        public void Configure(EntityTypeBuilder<DataKey> builder) => builder.ToTable("data_keys").HasKey(row => row.Number);
    }
}
