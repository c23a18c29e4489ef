using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace NudgeBot.Storage;

/// <summary>The settings under <c>Storage</c>.</summary>
internal sealed class StorageOptions
{
    /// <summary>One file beside the program; needs nothing else installed.</summary>
    public const string Sqlite = "Sqlite";

    /// <summary>A server that several replicas share.</summary>
    public const string PostgreSql = "PostgreSql";

    /// <summary>Which database keeps everything.</summary>
    [AllowedValues(Sqlite, PostgreSql, ErrorMessage = "Storage:Provider must be Sqlite or PostgreSql.")]
    public string Provider { get; set; } = Sqlite;

    /// <summary>The database's connection string; for SQLite the file, relative to the working directory.</summary>
    [Required(ErrorMessage = "Storage:ConnectionString is missing; for SQLite write \"Data Source=data/nudgebot.db\".")]
    public string ConnectionString { get; set; } = "Data Source=data/nudgebot.db";

    /// <summary>
    /// The certificate that encrypts the keys with which secrets are sealed (.pfx, or PEM with the private RSA key). Without one, whoever
    /// reads the database file can open them.
    /// </summary>
    public string KeyCertificatePath { get; set; } = "";

    public string KeyCertificatePassword { get; set; } = "";

    /// <summary>The certificate before this one, with which older keys are still read.</summary>
    public string PreviousKeyCertificatePath { get; set; } = "";

    public string PreviousKeyCertificatePassword { get; set; } = "";
}

/// <summary>Checks the settings when the program starts.</summary>
[OptionsValidator]
internal sealed partial class StorageOptionsValidator : IValidateOptions<StorageOptions>;
