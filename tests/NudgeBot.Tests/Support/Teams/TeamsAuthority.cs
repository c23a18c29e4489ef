using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace NudgeBot.Tests.Support.Teams;

/// <summary>Signs tokens as the Bot Framework and Entra do, and shows the keys. Every part of a token can be made wrong.</summary>
internal sealed class TeamsAuthority(TimeProvider clock) : IDisposable
{
    public const string Issuer = "https://api.botframework.com";

    private RSA key = RSA.Create(2048);

    private int number = 1;

    public string KeyId => $"key-{number}";

    /// <summary>The channels that the key may speak for; null leaves them out.</summary>
    public IReadOnlyList<string>? Endorsements { get; set; } = ["msteams"];

    /// <summary>Signs with another key from now on.</summary>
    public void Roll()
    {
        key.Dispose();
        key = RSA.Create(2048);
        number++;
    }

    /// <summary>The claims of a token that is good.</summary>
    public JsonObject Claims(string appId, string serviceUrl) => new()
    {
        ["iss"] = Issuer,
        ["aud"] = appId,
        ["nbf"] = clock.GetUtcNow().AddMinutes(-1).ToUnixTimeSeconds(),
        ["exp"] = clock.GetUtcNow().AddHours(1).ToUnixTimeSeconds(),
        ["serviceurl"] = serviceUrl,
    };

    public JsonObject Header(string algorithm = "RS256", string? keyId = null) => new() { ["typ"] = "JWT", ["alg"] = algorithm, ["kid"] = keyId ?? KeyId };

    /// <summary>A token with a true signature.</summary>
    public string Sign(JsonObject claims, JsonObject? header = null) => Sign(header ?? Header(), claims, Sign);

    /// <summary>A token signed in another way.</summary>
    public static string Sign(JsonObject header, JsonObject claims, Func<byte[], byte[]> sign)
    {
        var signed = $"{Encode(header)}.{Encode(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    /// <summary>The public key as somebody would misuse it for a secret (HS256).</summary>
    public byte[] PublicKey() => Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem());

    public JsonObject Keys()
    {
        var parameters = key.ExportParameters(false);
        var one = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = KeyId,
            ["x5t"] = KeyId,
            ["n"] = Base64Url.EncodeToString(parameters.Modulus),
            ["e"] = Base64Url.EncodeToString(parameters.Exponent),
        };
        if (Endorsements is { } endorsements)
            one["endorsements"] = new JsonArray([.. endorsements.Select(channel => (JsonNode)channel)]);
        return new JsonObject { ["keys"] = new JsonArray(one) };
    }

    public void Dispose() => key.Dispose();

    private byte[] Sign(byte[] data) => key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    private static string Encode(JsonObject part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part.ToJsonString()));
}
