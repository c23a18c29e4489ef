using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using NudgeBot.Storage;
using NudgeBot.Storage.Postgres;
using NudgeBot.Storage.Sqlite;

namespace NudgeBot.Tests.Storage;

public sealed class SchemaTests
{
    [Fact]
    public void The_migrations_make_the_model_in_SQLite() => NothingIsPending(new SqliteDesign().CreateDbContext([]));

    [Fact]
    public void The_migrations_make_the_model_in_PostgreSQL() => NothingIsPending(new PostgresDesign().CreateDbContext([]));

    [Fact]
    public void Every_key_begins_with_the_workspace_so_that_a_tenant_is_one_key_range()
    {
        using var db = new PostgresDesign().CreateDbContext([]);
        var tenants = db.Model.GetEntityTypes().Where(type => typeof(ITenantOwned).IsAssignableFrom(type.ClrType));

        Assert.Empty(tenants.Where(type => type.FindPrimaryKey()!.Properties[0].Name != nameof(ITenantOwned.WorkspaceId)).Select(type => type.Name));
    }

    /// <summary>While replicas are exchanged one after another, those of the version before run on the schema of the next.</summary>
    [Fact]
    public void A_migration_takes_nothing_away_that_the_version_before_reads_or_writes()
    {
        using var db = new PostgresDesign().CreateDbContext([]);
        var migrations = db.GetService<IMigrationsAssembly>();
        var later = migrations.Migrations.OrderBy(one => one.Key, StringComparer.Ordinal).Where(one => !one.Key.EndsWith("_Initial", StringComparison.Ordinal));

        var operations = later.SelectMany(one => migrations.CreateMigration(one.Value, db.Database.ProviderName!).UpOperations).ToList();

        Assert.NotEmpty(operations);
        Assert.DoesNotContain(operations, operation => operation is DropColumnOperation or DropTableOperation or RenameColumnOperation or RenameTableOperation or AlterColumnOperation);
        Assert.All(operations.OfType<AddColumnOperation>(), column => Assert.True(column.IsNullable || column.DefaultValue is not null || column.DefaultValueSql is not null, column.Name));
    }

    private static void NothingIsPending(BotDb db)
    {
        using (db)
            Assert.False(db.Database.HasPendingModelChanges());
    }
}
