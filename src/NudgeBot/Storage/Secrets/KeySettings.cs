using Microsoft.Extensions.Options;

namespace NudgeBot.Storage.Secrets;

/// <summary>Checks when the program starts that the certificates for the keys can be used.</summary>
internal sealed class KeySettings : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        List<string> faults = [];
        Check(nameof(options.KeyCertificatePath), options.KeyCertificatePath, options.KeyCertificatePassword);
        Check(nameof(options.PreviousKeyCertificatePath), options.PreviousKeyCertificatePath, options.PreviousKeyCertificatePassword);
        if (options.PreviousKeyCertificatePath.Length > 0 && options.KeyCertificatePath.Length == 0)
            faults.Add("Storage:PreviousKeyCertificatePath is set without Storage:KeyCertificatePath; name the certificate in use there.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Check(string setting, string path, string password)
        {
            if (path.Length > 0 && KeyCertificate.Load(path, password).Fault is { } fault)
                faults.Add($"Storage:{setting}: {fault}. Give a .pfx file, or a PEM file with certificate and private RSA key, and its password.");
        }
    }
}
