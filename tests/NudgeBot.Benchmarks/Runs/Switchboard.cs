namespace NudgeBot.Benchmarks.Runs;

/// <summary>Stands where a load balancer would: each request goes to one of the replicas that run, at random.</summary>
internal sealed class Switchboard(IReadOnlyList<Host> hosts, int seed) : HttpMessageHandler
{
    private readonly HttpMessageInvoker wire = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(2) });

    private readonly Random dice = new(seed);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        int at;
        lock (dice)
            at = dice.Next(hosts.Count);
        var host = Enumerable.Range(0, hosts.Count).Select(step => hosts[(at + step) % hosts.Count]).FirstOrDefault(one => one is { IsRunning: true, IsPaused: false }) ?? hosts[at];
        request.RequestUri = new UriBuilder(request.RequestUri!) { Port = host.Port }.Uri;
        return wire.SendAsync(request, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        wire.Dispose();
        base.Dispose(disposing);
    }
}
