using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace NudgeBot.Storage;

/// <summary>The settings under <c>Storage</c>.</summary>
internal sealed class StorageOptions
{
    /// <summary>Which database keeps everything; <c>Sqlite</c> needs nothing else installed.</summary>
    [AllowedValues("Sqlite", ErrorMessage = "Storage:Provider must be Sqlite.")]
    public string Provider { get; set; } = "Sqlite";

    /// <summary>The database's connection string; for SQLite the file, relative to the working directory.</summary>
    [Required(ErrorMessage = "Storage:ConnectionString is missing; for SQLite write \"Data Source=data/nudgebot.db\".")]
    public string ConnectionString { get; set; } = "Data Source=data/nudgebot.db";
}

/// <summary>Checks the settings when the program starts.</summary>
[OptionsValidator]
internal sealed partial class StorageOptionsValidator : IValidateOptions<StorageOptions>;
