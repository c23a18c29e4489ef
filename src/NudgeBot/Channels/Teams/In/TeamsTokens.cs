using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace NudgeBot.Channels.Teams.In;

/// <summary>
/// Validates the tokens of inbound requests (learn.microsoft.com, "Bot Connector authentication", "Authenticate requests from the Bot
/// Connector service to your bot"). What can be refused without a key is refused before any key is looked for.
/// </summary>
internal sealed class TeamsTokens : IDisposable
{
    /// <summary>How far clocks may differ, by the same page.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>Longer ones are not looked at, in characters; Teams' are below two thousand.</summary>
    private const int Longest = 16 * 1024;

    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };
    private readonly TeamsOptions options;
    private readonly TeamsCloud cloud;
    private readonly TimeProvider clock;
    private readonly bool isDevelopment;
    private readonly TeamsKeys connector;
    private readonly TeamsKeys tenant;

    public TeamsTokens(IOptions<TeamsOptions> options, IHttpClientFactory clients, TimeProvider clock, IHostEnvironment environment, ILogger<TeamsTokens> logger)
    {
        (this.options, this.clock, isDevelopment) = (options.Value, clock, environment.IsDevelopment());
        cloud = TeamsClouds.All[this.options.Cloud];
        connector = new TeamsKeys(cloud.Metadata, clients, clock, logger);
        tenant = new TeamsKeys(new Uri(cloud.Login, $"{Tenant}/v2.0/.well-known/openid-configuration"), clients, clock, logger);
    }

    private string Tenant => options.TenantId.ToLowerInvariant();

    /// <summary>Who sent a request, or null when its token does not prove it.</summary>
    /// <param name="authorization">The header's only value.</param>
    public async Task<TeamsCaller?> ValidateAsync(string? authorization, CancellationToken cancellationToken)
    {
        if (authorization is not { Length: < Longest } || !authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return null;
        var encoded = authorization["Bearer ".Length..].Trim();
        if (!handler.CanReadToken(encoded) || Read(encoded) is not { Kid.Length: > 0 } token || !Algorithms.Contains(token.Alg))
            return null;
        if (token.Issuer == cloud.Issuer)
        {
            return await connector.FindAsync(token.Kid, cancellationToken) is { } key && await IsValidAsync(token, key, [cloud.Issuer])
                ? new(Text(token, "serviceurl"), Endorsements(key))
                : null;
        }

        // A test client on somebody's own machine signs in as the bot itself; in production nothing of the kind is known.
        string[] issuers = [$"https://sts.windows.net/{Tenant}/", new Uri(cloud.Login, $"{Tenant}/v2.0").AbsoluteUri];
        return isDevelopment && Tenant.Length > 0 && issuers.Contains(token.Issuer)
            && (Text(token, "azp") ?? Text(token, "appid"))?.Equals(options.AppId, StringComparison.OrdinalIgnoreCase) == true
            && await tenant.FindAsync(token.Kid, cancellationToken) is { } own && await IsValidAsync(token, own, issuers)
            ? new(null, null, IsTrusted: true)
            : null;
    }

    public void Dispose()
    {
        connector.Dispose();
        tenant.Dispose();
    }

    private JsonWebToken? Read(string encoded)
    {
        try
        {
            return handler.ReadJsonWebToken(encoded);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private async Task<bool> IsValidAsync(JsonWebToken token, JsonWebKey key, string[] issuers) => (await handler.ValidateTokenAsync(token, new TokenValidationParameters
    {
        ValidAlgorithms = Algorithms,
        ValidIssuers = issuers,
        ValidAudiences = [options.AppId, options.AppId.ToLowerInvariant()],
        IssuerSigningKey = key,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = (begin, end, _, _) =>
            end is { } last && clock.GetUtcNow().UtcDateTime < last + Skew && (begin is not { } first || clock.GetUtcNow().UtcDateTime >= first - Skew),
    })).IsValid;

    private static string? Text(JsonWebToken token, string claim) => token.TryGetPayloadValue<string>(claim, out var text) ? text : null;

    /// <summary>The channels that a key may speak for; none where it does not say.</summary>
    private static string[] Endorsements(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var said) && said is JsonElement { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Where(one => one.ValueKind is JsonValueKind.String).Select(one => one.GetString()!)]
            : [];
}
