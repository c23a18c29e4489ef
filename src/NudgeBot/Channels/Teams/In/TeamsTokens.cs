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
    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

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

    /// <summary>Whether Teams' keys could not be read, so that nothing of what it sends is believed.</summary>
    public bool LacksKeys => connector.AreMissing;

    /// <summary>Has Teams' keys read if they are not fresh, whatever was tried before. Returns whether they are there.</summary>
    public Task<bool> ReadyAsync(CancellationToken cancellationToken) => connector.ReadyAsync(cancellationToken);

    private string Tenant => options.TenantId.ToLowerInvariant();

    /// <summary>Who sent a request, or null when its token does not prove it.</summary>
    /// <param name="authorization">The header's only value.</param>
    public async Task<TeamsCaller?> ValidateAsync(string? authorization, CancellationToken cancellationToken)
    {
        if (TeamsJwt.Read(authorization, Algorithms) is not { } token)
            return null;
        if (token.Issuer == cloud.Issuer)
        {
            return await connector.FindAsync(token.Kid, cancellationToken) is { } key && await IsValidAsync(token, key, [cloud.Issuer])
                ? new(TeamsJwt.Text(token, "serviceurl"), Endorsements(key))
                : null;
        }

        // A test client on somebody's own machine signs in as the bot itself; in production nothing of the kind is known.
        string[] issuers = [$"https://sts.windows.net/{Tenant}/", new Uri(cloud.Login, $"{Tenant}/v2.0").AbsoluteUri];
        return isDevelopment && Tenant.Length > 0 && issuers.Contains(token.Issuer)
            && (TeamsJwt.Text(token, "azp") ?? TeamsJwt.Text(token, "appid"))?.Equals(options.AppId, StringComparison.OrdinalIgnoreCase) == true
            && await tenant.FindAsync(token.Kid, cancellationToken) is { } own && await IsValidAsync(token, own, issuers)
            ? new(null, null, IsTrusted: true)
            : null;
    }

    /// <summary>The channels that a key may speak for; none where it does not say.</summary>
    public static string[] Endorsements(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var said) && said is JsonElement { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Where(one => one.ValueKind is JsonValueKind.String).Select(one => one.GetString()!)]
            : [];

    public void Dispose()
    {
        connector.Dispose();
        tenant.Dispose();
    }

    private Task<bool> IsValidAsync(JsonWebToken token, JsonWebKey key, string[] issuers) => TeamsJwt.IsValidAsync(token, key, Algorithms, issuers, [options.AppId], clock);
}
