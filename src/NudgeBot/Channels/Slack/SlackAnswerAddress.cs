using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace NudgeBot.Channels.Slack;

/// <summary>
/// Seals the addresses (<c>response_url</c>) that Slack gives for answers: whoever has one can write as NudgeBot, so it is neither stored
/// nor logged as it is. Slack takes them for 30 minutes.
/// </summary>
internal sealed class SlackAnswerAddress(IDataProtectionProvider protection, TimeProvider clock, IOptions<SlackOptions> options)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private readonly IDataProtector protector = protection.CreateProtector("Slack.AnswerAddress");

    /// <summary>Seals an address, or returns null when there is none or it is none of Slack's.</summary>
    public string? Seal(string? address) => Check(address) is { } uri
        ? protector.Protect($"{(clock.GetUtcNow() + Lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)} {uri}")
        : null;

    /// <summary>Opens what was sealed, or returns null when it is over, forged or sealed with keys that are gone.</summary>
    public Uri? Open(string? seal)
    {
        if (seal is null)
            return null;
        try
        {
            return protector.Unprotect(seal).Split(' ', 2) is [var until, var address]
                && long.Parse(until, CultureInfo.InvariantCulture) > clock.GetUtcNow().ToUnixTimeSeconds()
                ? Check(address)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Only Slack's own hosts, lest anybody make NudgeBot call an address of theirs; or the machine itself where Slack's API is there too.</summary>
    private Uri? Check(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && ((uri is { Scheme: "https", Host: "hooks.slack.com" or "hooks.slack-gov.com", UserInfo: "" } && uri.IsDefaultPort)
            || (new Uri(options.Value.ApiUrl) is { IsLoopback: true } api && uri.Authority == api.Authority && uri.Scheme == api.Scheme))
            ? uri
            : null;
}
