using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using NudgeBot.Channels.Teams.In;

namespace NudgeBot.Channels.Teams.Tab;

/// <summary>
/// Validates the tokens that Teams gives the tab for whoever looks at it (learn.microsoft.com, "Enable SSO for tab app", and "Access token
/// claims reference"). Only Entra's, of the configured tenant; <c>Teams:Anonymous</c> changes nothing here.
/// </summary>
internal sealed class TabTokens : IDisposable
{
    /// <summary>What the tab asks for, and the app's registration exposes.</summary>
    private const string Scope = "access_as_user";

    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256];

    private readonly TimeProvider clock;
    private readonly string tenant;
    private readonly string[] issuers;
    private readonly string[] audiences;
    private readonly TeamsKeys keys;

    public TabTokens(IOptions<TeamsOptions> options, IHttpClientFactory clients, TimeProvider clock, ILogger<TabTokens> logger)
    {
        this.clock = clock;
        var (settings, login) = (options.Value, TeamsClouds.All[options.Value.Cloud].Login);
        tenant = settings.TenantId.ToLowerInvariant();
        // Which of the two forms Entra writes is a setting of the app's registration; the keys are the same.
        issuers = [new Uri(login, $"{tenant}/v2.0").AbsoluteUri, $"https://sts.windows.net/{tenant}/"];
        audiences = settings.AppId.Length == 0 ? [] : [settings.AppId, .. Resources(settings)];
        keys = new TeamsKeys(new Uri(login, $"{tenant}/v2.0/.well-known/openid-configuration"), clients, clock, logger);
    }

    /// <summary>Who looks, or null when the token does not prove it.</summary>
    /// <param name="authorization">The header's only value.</param>
    public async Task<TabCaller?> ValidateAsync(string? authorization, CancellationToken cancellationToken)
    {
        if (tenant.Length == 0 || TeamsJwt.Read(authorization, Algorithms) is not { } token || !issuers.Contains(token.Issuer))
            return null;
        if (!tenant.Equals(TeamsJwt.Text(token, "tid"), StringComparison.OrdinalIgnoreCase) || !Guid.TryParse(TeamsJwt.Text(token, "oid"), out var account))
            return null;
        if (await keys.FindAsync(token.Kid, cancellationToken) is not { } key || !await TeamsJwt.IsValidAsync(token, key, Algorithms, issuers, audiences, clock))
            return null;
        return new(tenant, account.ToString(), TeamsJwt.Text(token, "scp")?.Split(' ').Contains(Scope) == true);
    }

    public void Dispose() => keys.Dispose();

    /// <summary>The app's address in the manifest's <c>webApplicationInfo</c>, with a bot in the same app and without.</summary>
    private static string[] Resources(TeamsOptions settings) =>
        settings.PublicUrl.Length > 0 && new Uri(settings.PublicUrl).Authority is var host
            ? [$"api://{host}/botid-{settings.AppId}", $"api://{host}/{settings.AppId}"]
            : [];
}
