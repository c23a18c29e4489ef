using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NudgeBot.Storage.Secrets;

/// <summary>The certificate that encrypts the keys: a PKCS #12 file (.pfx, .p12), or a PEM file that holds the certificate and its private key.</summary>
internal static class KeyCertificate
{
    /// <summary>Reads it. Returns the certificate, or what is wrong with the file.</summary>
    public static (X509Certificate2? Certificate, string? Fault) Load(string path, string password)
    {
        if (path.Length == 0)
            return (null, "no file is named");
        if (!File.Exists(path))
            return (null, $"there is no file {Path.GetFullPath(path)}");
        X509Certificate2 certificate;
        try
        {
            certificate = Path.GetExtension(path).ToUpperInvariant() is ".PFX" or ".P12"
                ? X509CertificateLoader.LoadPkcs12FromFile(path, password)
                : password.Length > 0 ? X509Certificate2.CreateFromEncryptedPemFile(path, password) : X509Certificate2.CreateFromPemFile(path);
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return (null, $"{path} cannot be read as a certificate with its private key, or the password is not its own");
        }

        // Data Protection encrypts keys with RSA alone.
        using var key = certificate.GetRSAPrivateKey();
        return key is null ? (null, $"{path} has no private RSA key") : (certificate, null);
    }
}
