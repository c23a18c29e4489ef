using System.Net;
using Microsoft.Extensions.Options;

namespace NudgeBot.Channels.Teams.In;

/// <summary>Lets in what Teams sends, and nothing else: first by the token alone, then by what the activity says of itself.</summary>
internal sealed class TeamsGate(TeamsTokens tokens, TeamsHosts hosts, IOptions<TeamsOptions> options, IHostEnvironment environment)
{
    /// <summary>The channel that NudgeBot speaks, and those of test clients on one's own machine.</summary>
    public const string Teams = "msteams";

    /// <summary>Who sent a request; null when nobody can be believed to have: 401.</summary>
    public async Task<TeamsCaller?> AdmitAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var header = request.Headers.Authorization;
        if (header.Count == 0 && options.Value.Anonymous && environment.IsDevelopment() && request.HttpContext.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address))
            return new(null, null, IsTrusted: true);
        return header.Count == 1 ? await tokens.ValidateAsync(header[0], cancellationToken) : null;
    }

    /// <summary>Why an activity is not taken from this caller, in one word for the measurements; null when it is: 403.</summary>
    public string? Refusal(TeamsCaller caller, TeamsActivity activity)
    {
        if (!hosts.Allow(activity.ServiceUrl))
            return "host";
        if (options.Value.TenantId.Length > 0 && !options.Value.TenantId.Equals(activity.TenantId, StringComparison.OrdinalIgnoreCase))
            return "tenant";
        if (caller.IsTrusted)
            return null;
        if (activity.ChannelId != Teams)
            return "channel";
        if (caller.ServiceUrl is null || !caller.ServiceUrl.Equals(activity.ServiceUrl, StringComparison.OrdinalIgnoreCase))
            return "service";
        if (caller.Endorsements?.Contains(activity.ChannelId, StringComparer.Ordinal) != true)
            return "endorsement";
        return activity.Recipient?.Id is { } bot && bot.StartsWith("28:", StringComparison.Ordinal) && !bot["28:".Length..].Equals(options.Value.AppId, StringComparison.OrdinalIgnoreCase)
            ? "recipient"
            : null;
    }
}
