using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NudgeBot.Tests.Support.Slack.Inbound;

/// <summary>Slack's request signing, version 0: HMAC-SHA256 over "v0:timestamp:body" with the signing secret's own bytes.</summary>
internal static class Signer
{
    public static string Sign(string secret, string timestamp, ReadOnlySpan<byte> body, string version = "v0")
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{version}:{timestamp}:"), .. body];
        return $"{version}={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed))}";
    }

    /// <summary>The headers of a signed request, honest or tampered with.</summary>
    public static List<KeyValuePair<string, string>> Headers(SlackApp app, DateTimeOffset now, byte[] body, Tampering? tampering)
    {
        var how = tampering ?? new();
        var timestamp = (now + how.Skew).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = Sign(how.Secret ?? app.SigningSecret, timestamp, body, how.Version);
        if (how.UpperCaseSignature)
            signature = $"{how.Version}={signature[(how.Version.Length + 1)..].ToUpperInvariant()}";
        var headers = new List<KeyValuePair<string, string>>();
        for (var times = how.WithoutTimestamp ? 0 : how.TwoTimestamps ? 2 : 1; times > 0; times--)
            headers.Add(new("X-Slack-Request-Timestamp", timestamp));
        for (var times = how.WithoutSignature ? 0 : how.TwoSignatures ? 2 : 1; times > 0; times--)
            headers.Add(new("X-Slack-Signature", signature));
        return headers;
    }
}
