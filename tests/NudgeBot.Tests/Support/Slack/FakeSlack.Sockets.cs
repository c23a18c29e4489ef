namespace NudgeBot.Tests.Support.Slack;

/// <summary>Socket Mode, which <see cref="FakeSlackOptions.SocketMode"/> turns on: nothing then goes over HTTP.</summary>
internal sealed partial class FakeSlack
{
    /// <summary>Connections that Slack counts, ghosts included.</summary>
    public int SocketCount => sockets.Count;

    /// <summary>Acknowledgements that came on another connection than their envelope, and were ignored.</summary>
    public int StrayAcks => sockets.StrayAcks;

    /// <summary>Waits until this many connections are open.</summary>
    public Task WaitForSocketsAsync(int count = 1) => WaitForAsync(() => sockets.Count == count ? this : null);

    /// <summary>Asks every connection to be replaced: "warning", then "refresh_requested".</summary>
    public Task RefreshSocketsAsync() => sockets.RefreshAsync();

    /// <summary>Cuts every connection without a word.</summary>
    public void CutSockets() => sockets.CutAll();

    /// <summary>Adds a connection whose client died unnoticed: it takes its share of envelopes, and they are lost.</summary>
    public void AddGhostSocket() => sockets.AddGhost();
}
