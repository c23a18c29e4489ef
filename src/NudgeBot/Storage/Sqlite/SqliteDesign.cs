using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace NudgeBot.Storage.Sqlite;

/// <summary>Lets <c>dotnet ef</c> make migrations without starting the program.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteBotDb>
{
    public SqliteBotDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteBotDb>().UseSqlite("Data Source=:memory:").Options, new Owner());
}
