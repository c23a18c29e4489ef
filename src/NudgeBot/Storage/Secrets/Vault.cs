using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace NudgeBot.Storage.Secrets;

/// <summary>
/// Seals what must not stand in the database as it is: platform tokens, secret addresses. Seal before a transaction begins, since the
/// first sealing, and one every ninety days, writes a new key into the database by itself.
/// </summary>
internal sealed class Vault(IDataProtectionProvider protection)
{
    /// <summary>Seals a text for one purpose of one workspace; nothing else opens it.</summary>
    public string Seal(string purpose, string workspaceId, string text) => Protector(purpose, workspaceId).Protect(text);

    /// <summary>Opens a sealed text; null where it is not of this purpose and workspace, or its key is gone.</summary>
    public string? Open(string purpose, string workspaceId, string sealedText)
    {
        try
        {
            return Protector(purpose, workspaceId).Unprotect(sealedText);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Protector(string purpose, string workspaceId) => protection.CreateProtector("NudgeBot", purpose, workspaceId);
}
