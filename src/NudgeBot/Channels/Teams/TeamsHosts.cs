using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace NudgeBot.Channels.Teams;

/// <summary>
/// Where answers, and the tokens that go with them, may be sent: to Microsoft's hosts and those of the settings, and nowhere else. A name of the
/// settings is trusted whatever address it resolves to: who runs NudgeBot named it.
/// </summary>
internal sealed class TeamsHosts(IOptions<TeamsOptions> options, IHostEnvironment environment)
{
    /// <summary>Tenants that Teams turned away at their conversations' address and takes at another, for as long as the program runs.</summary>
    private readonly ConcurrentDictionary<string, string> moved = new();

    /// <summary>Where answers for a conversation of a tenant go, which is where Teams said unless it turned the tenant away there.</summary>
    public string Of(string workspaceId, string address) => moved.GetValueOrDefault(workspaceId, address);

    /// <summary>Teams turned a tenant away at an address: it belongs to a government's community cloud. Returns the other address; null where there is none.</summary>
    public string? Move(string workspaceId, string address)
    {
        if (TeamsClouds.All[options.Value.Cloud].Other is not { } other || other == address)
            return null;
        moved[workspaceId] = other;
        return other;
    }

    /// <summary>Whether a service address may be trusted with a token.</summary>
    public bool Allow(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.UserInfo.Length > 0 || url.Query.Length > 0 || url.Fragment.Length > 0)
            return false;
        if (IsInside(url))
            return environment.IsDevelopment() && url.Scheme is "http" or "https" && (options.Value.Anonymous || IsNamed(url, options.Value.AllowedServiceHosts));
        return url.Scheme == Uri.UriSchemeHttps && (url.IsDefaultPort || IsNamed(url, options.Value.AllowedServiceHosts))
            && IsNamed(url, TeamsClouds.All[options.Value.Cloud].ServiceHosts.Concat(options.Value.AllowedServiceHosts));
    }

    private static bool IsNamed(Uri url, IEnumerable<string> hosts) => hosts.Any(host =>
        host.StartsWith('.') ? url.IdnHost.EndsWith(host, StringComparison.OrdinalIgnoreCase) : url.IdnHost.Equals(host, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether it is this machine or a private network (RFC 1918, 3927, 4193, 6598).</summary>
    private static bool IsInside(Uri url)
    {
        if (url.IsLoopback || !url.IdnHost.Contains('.', StringComparison.Ordinal) && url.HostNameType is UriHostNameType.Dns)
            return true;
        if (!IPAddress.TryParse(url.IdnHost, out var address))
            return false;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (IPAddress.IsLoopback(address) || address.IsIPv6LinkLocal || address.IsIPv6UniqueLocal || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
            return true;
        return address.AddressFamily is AddressFamily.InterNetwork && address.GetAddressBytes() is var bytes
            && (bytes[0] is 0 or 10 or 127 || (bytes[0], bytes[1]) is (172, >= 16 and <= 31) or (192, 168) or (169, 254) or (100, >= 64 and <= 127));
    }
}
