using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace NudgeBot.Tests.Support.Slack.Inbound;

/// <summary>A POST written by hand: HTTP clients join headers of one name into one line, and two lines are what is to be tried.</summary>
internal static class RawPost
{
    public static async Task<(int Status, string Answer)> SendAsync(Uri address, string contentType, byte[] body, IEnumerable<KeyValuePair<string, string>> headers, CancellationToken cancellationToken)
    {
        var head = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"POST {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: close\r\n")
            .Append(CultureInfo.InvariantCulture, $"Content-Type: {contentType}\r\nContent-Length: {body.Length}\r\n");
        foreach (var (name, value) in headers)
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, cancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync((byte[])[.. Encoding.ASCII.GetBytes($"{head}\r\n"), .. body], cancellationToken);
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync(cancellationToken);
        var end = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return (int.Parse(answer.Split(' ', 3)[1], CultureInfo.InvariantCulture), end < 0 ? "" : answer[(end + 4)..]);
    }
}
