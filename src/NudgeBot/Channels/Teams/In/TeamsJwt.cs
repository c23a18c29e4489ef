using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace NudgeBot.Channels.Teams.In;

/// <summary>What holds for every token of Microsoft's that NudgeBot is shown, whoever it is from.</summary>
internal static class TeamsJwt
{
    private const string Scheme = "Bearer ";

    /// <summary>Longer ones are not looked at, in characters; Microsoft's are below three thousand.</summary>
    private const int Longest = 16 * 1024;

    /// <summary>How far clocks may differ (learn.microsoft.com, "Bot Connector authentication").</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };

    /// <summary>The token of a header, of which nothing is proven yet; null when it cannot become valid, whatever the keys are.</summary>
    /// <param name="authorization">The header's only value.</param>
    /// <param name="algorithms">How it may be signed.</param>
    public static JsonWebToken? Read(string? authorization, IReadOnlyList<string> algorithms)
    {
        if (authorization is not { Length: < Longest } || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return null;
        var encoded = authorization[Scheme.Length..].Trim();
        try
        {
            return Handler.CanReadToken(encoded) && Handler.ReadJsonWebToken(encoded) is { Kid.Length: > 0 } token && algorithms.Contains(token.Alg) ? token : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Whether the key signed it, for one of the audiences, as one of the issuers, for now.</summary>
    public static async Task<bool> IsValidAsync(
        JsonWebToken token, JsonWebKey key, IReadOnlyList<string> algorithms, IReadOnlyList<string> issuers, IReadOnlyList<string> audiences, TimeProvider clock) =>
        (await Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidAlgorithms = algorithms,
            ValidIssuers = issuers,
            AudienceValidator = (claimed, _, _) => claimed.Any(audience => audience.Length > 0 && audiences.Contains(audience, StringComparer.OrdinalIgnoreCase)),
            IssuerSigningKey = key,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = (begin, end, _, _) =>
                end is { } last && clock.GetUtcNow().UtcDateTime < last + Skew && (begin is not { } first || clock.GetUtcNow().UtcDateTime >= first - Skew),
        })).IsValid;

    /// <summary>A claim, if it is a text.</summary>
    public static string? Text(JsonWebToken token, string claim) => token.TryGetPayloadValue<string>(claim, out var text) ? text : null;
}
