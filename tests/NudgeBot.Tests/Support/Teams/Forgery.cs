using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace NudgeBot.Tests.Support.Teams;

/// <summary>What somebody might do to a token, or make instead of one.</summary>
internal static class Forgery
{
    public static JsonObject With(JsonObject claims, string name, JsonNode? value)
    {
        var changed = (JsonObject)claims.DeepClone();
        changed.Remove(name);
        if (value is not null)
            changed[name] = value;
        return changed;
    }

    public static string Flip(string token) => token[..^10] + (token[^10] == 'A' ? 'B' : 'A') + token[^9..];

    public static string Swap(string token, string other)
    {
        var (parts, others) = (token.Split('.'), other.Split('.'));
        return $"{parts[0]}.{others[1]}.{parts[2]}";
    }

    public static byte[] SignedBySomebodyElse(byte[] data)
    {
        using var key = RSA.Create(2048);
        return key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    public static string SignedByItsOwnKey(JsonObject claims)
    {
        using var key = RSA.Create(2048);
        var parameters = key.ExportParameters(false);
        var header = new JsonObject
        {
            ["alg"] = "RS256",
            ["kid"] = "mine",
            ["jwk"] = new JsonObject { ["kty"] = "RSA", ["kid"] = "mine", ["n"] = Convert.ToBase64String(parameters.Modulus!), ["e"] = Convert.ToBase64String(parameters.Exponent!) },
        };
        return TeamsAuthority.Sign(header, claims, data => key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }
}
