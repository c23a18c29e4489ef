using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace NudgeBot.Channels.Teams.In;

/// <summary>
/// The keys that one authority signs with, by its OpenID metadata. They are read when first needed, if not before, and once a day; a key that is not
/// among them has them read again, since they are changed without notice, but however many such tokens come, not more often than every five minutes.
/// </summary>
internal sealed partial class TeamsKeys(Uri metadata, IHttpClientFactory clients, TimeProvider clock, ILogger logger) : IDisposable
{
    /// <summary>The name of the client that reads metadata.</summary>
    public const string Client = "Teams metadata";

    /// <summary>No longer than a day, as Microsoft asks (learn.microsoft.com, "Bot Connector authentication").</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(24), Rest = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim one = new(1, 1);
    private readonly OpenIdConnectConfigurationRetriever retriever = new();
    private OpenIdConnectConfiguration? read;
    private DateTimeOffset readAt = DateTimeOffset.MinValue, triedAt = DateTimeOffset.MinValue;

    /// <summary>Whether they were asked for and never could be read: nobody is let in then.</summary>
    public bool AreMissing => read is null && triedAt > DateTimeOffset.MinValue;

    /// <summary>The key of this id; null where the authority has none.</summary>
    public async Task<JsonWebKey?> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        if (clock.GetUtcNow() - readAt < Fresh && Among(keyId) is { } known)
            return known;
        await one.WaitAsync(cancellationToken);
        try
        {
            var now = clock.GetUtcNow();
            if ((now - readAt >= Fresh || Among(keyId) is null) && now - triedAt >= Rest)
            {
                triedAt = now;
                await ReadAsync(cancellationToken);
            }

            return Among(keyId);
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Reads them if half of their time is over, whatever was tried before: nothing that came asks for it. Returns whether they are fresh.</summary>
    public async Task<bool> ReadyAsync(CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            if (clock.GetUtcNow() - readAt >= Fresh / 2)
            {
                triedAt = clock.GetUtcNow();
                await ReadAsync(cancellationToken);
            }

            return clock.GetUtcNow() - readAt < Fresh / 2;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var documents = new HttpDocumentRetriever(clients.CreateClient(Client)) { RequireHttps = !metadata.IsLoopback };
            var found = await ((IConfigurationRetriever<OpenIdConnectConfiguration>)retriever).GetConfigurationAsync(metadata.AbsoluteUri, documents, cancellationToken);
            // A proxy's own page, or an error told as a success, is read as metadata without any.
            read = found.JsonWebKeySet?.Keys.Count > 0 ? found : throw new HttpRequestException("What was answered holds no keys.");
            readAt = clock.GetUtcNow();
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            // Those that were read before stay good; without any nobody is let in.
            NotRead(logger, error, metadata.Host);
        }
    }

    private JsonWebKey? Among(string keyId) => read?.JsonWebKeySet?.Keys.FirstOrDefault(key => key.Kid == keyId);

    [LoggerMessage(LogLevel.Error, "The keys by which requests of Teams are known could not be read from {Host}; it is tried again soon.")]
    private static partial void NotRead(ILogger logger, Exception error, string host);
}
