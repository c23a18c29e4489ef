using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NudgeBot.Channels.Teams;

/// <summary>The certificate by which NudgeBot signs in, from the file that the settings name.</summary>
internal static class TeamsCertificate
{
    /// <exception cref="CryptographicException">The file holds none, or its password is another.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be read.</exception>
    public static X509Certificate2 Read(TeamsOptions settings) =>
        Path.GetExtension(settings.CertificatePath).Equals(".pem", StringComparison.OrdinalIgnoreCase)
            ? settings.CertificatePassword.Length > 0
                ? X509Certificate2.CreateFromEncryptedPemFile(settings.CertificatePath, settings.CertificatePassword)
                : X509Certificate2.CreateFromPemFile(settings.CertificatePath)
            : X509CertificateLoader.LoadPkcs12FromFile(settings.CertificatePath, settings.CertificatePassword);

    /// <summary>Why it cannot be used; null when it can.</summary>
    public static string? Fault(TeamsOptions settings)
    {
        if (!File.Exists(settings.CertificatePath))
            return $"Teams:CertificatePath names {settings.CertificatePath}, where no file is.";
        try
        {
            using var certificate = Read(settings);
            return certificate.HasPrivateKey ? null : $"Teams:CertificatePath names {settings.CertificatePath}, which has no private key; give a .pfx, or PEM with certificate and key.";
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return $"Teams:CertificatePath names {settings.CertificatePath}, which cannot be read: {error.Message} Check the file, and Teams:CertificatePassword.";
        }
    }
}
