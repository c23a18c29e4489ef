using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace NudgeBot.Channels.Slack.In;

/// <summary>
/// Tells whether Slack itself sent a request: signature version 0 over the raw bytes (docs.slack.dev, "Verifying requests from Slack").
/// Two secrets are accepted, so that the one in use can be regenerated without a gap.
/// </summary>
internal sealed class SlackSignature(IOptions<SlackOptions> options, TimeProvider clock)
{
    public const string TimestampHeader = "X-Slack-Request-Timestamp", SignatureHeader = "X-Slack-Signature";

    private const string Version = "v0=";

    /// <summary>How far the timestamp may be from the present, in either direction: older ones may have been recorded and sent again.</summary>
    private const long WindowSeconds = 300;

    private readonly byte[][] keys =
        [.. new[] { options.Value.SigningSecret, options.Value.PreviousSigningSecret }.Where(secret => secret.Length > 0).Select(Encoding.UTF8.GetBytes)];

    /// <summary>Why a request is not believed to be Slack's, in one word for the measurements; null when it is.</summary>
    public string? Refusal(StringValues timestamp, StringValues signature, ReadOnlySpan<byte> body)
    {
        if (timestamp.Count == 0 || signature.Count == 0)
            return "unsigned";
        if (timestamp is not [{ Length: > 0 and <= 15 } instant] || !instant.All(char.IsAsciiDigit) || signature is not [{ } given])
            return "malformed";
        if (Math.Abs(clock.GetUtcNow().ToUnixTimeSeconds() - long.Parse(instant, CultureInfo.InvariantCulture)) > WindowSeconds)
            return "stale";
        if (given.Length != Version.Length + (2 * SHA256.HashSizeInBytes) || !given.StartsWith(Version, StringComparison.Ordinal))
            return "malformed";

        Span<byte> claimed = stackalloc byte[SHA256.HashSizeInBytes];
        var hex = given.AsSpan(Version.Length);
        // Slack writes small letters; anything else was not written by Slack.
        if (hex.ContainsAnyInRange('A', 'F') || Convert.FromHexString(hex, claimed, out _, out _) != System.Buffers.OperationStatus.Done)
            return "malformed";
        var matches = false;
        foreach (var key in keys)
            matches |= CryptographicOperations.FixedTimeEquals(Sign(key, instant, body), claimed);
        return matches ? null : "forged";
    }

    private static byte[] Sign(byte[] key, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(Encoding.ASCII.GetBytes($"v0:{timestamp}:"));
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }
}
