using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace NudgeBot.Storage.Sqlite;

/// <summary>Checks that the connection string is one of SQLite's and names a file.</summary>
internal sealed class SqliteSettings : IValidateOptions<StorageOptions>
{
    private const string Example = "write \"Data Source=data/nudgebot.db\"";

    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        try
        {
            var source = new SqliteConnectionStringBuilder(options.ConnectionString).DataSource;
            return source is "" or ":memory:"
                ? ValidateOptionsResult.Fail($"Storage:ConnectionString names no file to keep the records in; {Example}.")
                : ValidateOptionsResult.Success;
        }
        catch (ArgumentException)
        {
            return ValidateOptionsResult.Fail($"Storage:ConnectionString is not one that SQLite understands; {Example}.");
        }
    }
}
