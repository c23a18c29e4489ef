using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using NudgeBot.Storage;
using NudgeBot.Storage.Secrets;

namespace NudgeBot.Channels.Slack.Install;

/// <summary>
/// Binds an installation to the browser that began it: a random state goes to Slack and, sealed, into a cookie; only a browser that
/// brings both back goes on, once, and within ten minutes. Nothing is written before, so that asking for the page costs nothing.
/// </summary>
internal sealed class SlackInstallState(Vault vault, IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>As long as Slack's code lives.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private const string Purpose = "Slack install";

    /// <summary>A new state, its verifier for PKCE, and what the cookie says.</summary>
    public (string State, string Verifier, string Cookie) Begin()
    {
        var (state, verifier) = (Random(), Random());
        var end = (clock.GetUtcNow() + Life).ToUnixTimeSeconds();
        return (state, verifier, vault.Seal(Purpose, "", string.Create(CultureInfo.InvariantCulture, $"{state} {verifier} {end}")));
    }

    /// <summary>Uses a state up. Returns its verifier, or null when the browser is another one, it ended, or it was used before.</summary>
    public async Task<string?> UseAsync(string? state, string? cookie, CancellationToken cancellationToken)
    {
        if (state is null || cookie is null || vault.Open(Purpose, "", cookie)?.Split(' ') is not [var expected, var verifier, var until])
            return null;
        var end = DateTimeOffset.FromUnixTimeSeconds(long.Parse(until, CultureInfo.InvariantCulture));
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(state)) && end > clock.GetUtcNow()
            && await IsFirstAsync(state, end, cancellationToken)
            ? verifier
            : null;
    }

    private async Task<bool> IsFirstAsync(string state, DateTimeOffset end, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        var now = clock.GetUtcNow();
        await db.Set<SlackUsedState>().Where(row => row.EndsAt < now).ExecuteDeleteAsync(cancellationToken);
        db.Add(new SlackUsedState { Hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(state))), EndsAt = end });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException)
        {
            return false;
        }
    }

    private static string Random() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
}
