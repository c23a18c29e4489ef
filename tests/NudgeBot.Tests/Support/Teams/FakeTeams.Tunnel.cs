using System.Buffers;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;

namespace NudgeBot.Tests.Support.Teams;

/// <summary>
/// The way here for a program in a process of its own, which knows nothing but Microsoft's addresses: a proxy behind which all of them are
/// this fake's, with a certificate that the program is told to trust.
/// </summary>
internal sealed partial class FakeTeams
{
    private static readonly string[] Hosts =
        ["login.botframework.com", "login.microsoftonline.com", "graph.microsoft.com", "smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com"];

    private static readonly Lazy<X509Certificate2> Certificate = new(Certify);

    /// <summary>What the program's environment must say, where .NET trusts by <c>SSL_CERT_FILE</c>: on Linux.</summary>
    /// <param name="folder">Where the certificate is put.</param>
    public IEnumerable<(string Name, string Value)> Way(string folder)
    {
        var file = Path.Combine(folder, "teams.pem");
        File.WriteAllText(file, Certificate.Value.ExportCertificatePem());
        return [("HTTPS_PROXY", new UriBuilder(Address(Uri.UriSchemeHttps)) { Scheme = Uri.UriSchemeHttp }.Uri.AbsoluteUri), ("SSL_CERT_FILE", file)];
    }

    private static void AddTunnel(IWebHostBuilder server) => server.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
    {
        listen.Use(Tunnel);
        listen.UseHttps(Certificate.Value);
    }));

    /// <summary>Takes "CONNECT host:443" (RFC 9110, 9.3.6), whatever the host, and goes on with what comes through.</summary>
    private static ConnectionDelegate Tunnel(ConnectionDelegate next) => async connection =>
    {
        if (!await PassHeadAsync(connection))
            return;
        await connection.Transport.Output.WriteAsync("HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray());
        await next(connection);
    };

    /// <summary>Reads up to the empty line; false where the connection ends before it.</summary>
    private static async Task<bool> PassHeadAsync(ConnectionContext connection)
    {
        var input = connection.Transport.Input;
        while (true)
        {
            var read = await input.ReadAsync();
            if (End(read.Buffer) is { } end)
            {
                input.AdvanceTo(end);
                return true;
            }

            if (read.IsCompleted)
                return false;
            input.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static SequencePosition? End(ReadOnlySequence<byte> head)
    {
        var reader = new SequenceReader<byte>(head);
        return reader.TryReadTo(out ReadOnlySequence<byte> _, "\r\n\r\n"u8) ? reader.Position : null;
    }

    private static X509Certificate2 Certify()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=A Microsoft of the tests' own", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        foreach (var name in Hosts)
            names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(30));
    }
}
