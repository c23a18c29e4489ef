using Microsoft.EntityFrameworkCore;
using NudgeBot.Storage.Sqlite;

namespace NudgeBot.Tests.Storage;

public sealed class SchemaTests
{
    [Fact]
    public void The_migrations_make_the_model()
    {
        using var db = new SqliteDesign().CreateDbContext([]);

        Assert.False(db.Database.HasPendingModelChanges());
    }
}
