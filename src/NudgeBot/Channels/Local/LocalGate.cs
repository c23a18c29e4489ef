using System.Net;
using Microsoft.Extensions.Options;

namespace NudgeBot.Channels.Local;

/// <summary>
/// Lets only this machine in, unless the settings say otherwise. The names in Host and Origin are checked as well, so that a page on
/// the web cannot reach it through the visitor's own browser.
/// </summary>
internal sealed class LocalGate(IOptions<LocalOptions> options) : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        options.Value.AllowRemote || IsFromHere(context.HttpContext)
            ? next(context)
            : ValueTask.FromResult<object?>(LocalProblem.Forbidden(
                "The built-in workspace answers only to this machine. Set Local:AllowRemote to true to open it to others."));

    private static bool IsFromHere(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        var origin = context.Request.Headers.Origin.ToString();
        return (address is null || IPAddress.IsLoopback(address))
            && IsLoopbackName(context.Request.Host.Host)
            && (origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && IsLoopbackName(uri.Host)));
    }

    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
