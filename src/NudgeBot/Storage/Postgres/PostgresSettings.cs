using Microsoft.Extensions.Options;
using Npgsql;

namespace NudgeBot.Storage.Postgres;

/// <summary>Checks that the connection string is one of PostgreSQL's and names a server and a database.</summary>
internal sealed class PostgresSettings : IValidateOptions<StorageOptions>
{
    private const string Example = "write for example \"Host=db.example.com;Database=nudgebot;Username=nudgebot;Password=…\"";

    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        try
        {
            var parts = new NpgsqlConnectionStringBuilder(options.ConnectionString);
            return string.IsNullOrEmpty(parts.Host) || string.IsNullOrEmpty(parts.Database)
                ? ValidateOptionsResult.Fail($"Storage:ConnectionString must name a host and a database; {Example}.")
                : ValidateOptionsResult.Success;
        }
        catch (ArgumentException)
        {
            return ValidateOptionsResult.Fail($"Storage:ConnectionString is not one that PostgreSQL understands; {Example}.");
        }
    }
}
