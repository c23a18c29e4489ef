using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace NudgeBot.Storage.Postgres;

/// <summary>Lets <c>dotnet ef</c> make migrations without starting the program.</summary>
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresBotDb>
{
    public PostgresBotDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresBotDb>().UseNpgsql("Host=localhost").Options, new Owner());
}
