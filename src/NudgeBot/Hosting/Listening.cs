using System.Net;
using System.Net.Sockets;

namespace NudgeBot.Hosting;

/// <summary>The addresses that the server is to listen at.</summary>
internal static class Listening
{
    /// <summary>The first of the addresses whose port another program has, or null. Asked before anything is touched.</summary>
    /// <param name="urls">Addresses separated by semicolons, as ASP.NET Core takes them.</param>
    public static string? Taken(string? urls) =>
        (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault(IsTaken);

    private static bool IsTaken(string url)
    {
        var address = BindingAddress.Parse(url);
        if (address.Port == 0 || address.IsUnixPipe || address.IsNamedPipe)
            return false;
        var where = IPAddress.TryParse(address.Host, out var ip) ? ip : address.Host == "localhost" ? IPAddress.Loopback : IPAddress.Any;
        using var listener = new TcpListener(where, address.Port);
        try
        {
            listener.Start();
            return false;
        }
        catch (SocketException error) when (error.SocketErrorCode is SocketError.AddressAlreadyInUse)
        {
            return true;
        }
    }
}
