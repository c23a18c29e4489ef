using Microsoft.EntityFrameworkCore;
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

    private static void NothingIsPending(BotDb db)
    {
        using (db)
            Assert.False(db.Database.HasPendingModelChanges());
    }
}
