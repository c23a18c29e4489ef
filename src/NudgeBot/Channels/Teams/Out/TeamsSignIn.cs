using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Teams.Out;

/// <summary>Gets the tokens that NudgeBot's own calls carry, from Microsoft Entra. The library keeps them until shortly before they end.</summary>
internal sealed partial class TeamsSignIn
{
    /// <summary>The name of the client that asks for tokens.</summary>
    public const string Client = "Teams sign-in";

    private readonly Func<string, bool, CancellationToken, Task<AuthenticationResult>>? ask;
    private readonly string connector;

    public TeamsSignIn(IOptions<TeamsOptions> options, IHttpClientFactory clients)
    {
        var (settings, cloud) = (options.Value, TeamsClouds.All[options.Value.Cloud]);
        var http = new Clients(clients);
        connector = cloud.Scope;
        if (settings.ManagedIdentity)
        {
            var identity = ManagedIdentityApplicationBuilder.Create(ManagedIdentityId.WithUserAssignedClientId(settings.AppId)).WithHttpClientFactory(http).Build();
            ask = (scope, anew, cancellationToken) =>
                identity.AcquireTokenForManagedIdentity(scope[..^"/.default".Length]).WithForceRefresh(anew).ExecuteAsync(cancellationToken);
        }
        else if (settings.Password.Length > 0 || settings.CertificatePath.Length > 0)
        {
            var builder = ConfidentialClientApplicationBuilder.Create(settings.AppId).WithAuthority(new Uri(cloud.Login, settings.TenantId), validateAuthority: false)
                .WithInstanceDiscovery(enableInstanceDiscovery: false).WithHttpClientFactory(http);
            builder = settings.Password.Length > 0 ? builder.WithClientSecret(settings.Password) : builder.WithCertificate(TeamsCertificate.Read(settings), sendX5C: true);
            var application = builder.Build();
            ask = (scope, anew, cancellationToken) => application.AcquireTokenForClient([scope]).WithForceRefresh(anew).ExecuteAsync(cancellationToken);
        }
    }

    /// <summary>A token; null where the settings say to go without, as with a test client on one's own machine.</summary>
    /// <param name="anew">True when the last one was refused.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="scope">What it is for; the connector when not given.</param>
    /// <exception cref="ChannelException">Entra gave none; says why in Entra's own codes.</exception>
    public async Task<string?> TokenAsync(bool anew, CancellationToken cancellationToken, string? scope = null)
    {
        if (ask is null)
            return null;
        try
        {
            return (await ask(scope ?? connector, anew, cancellationToken)).AccessToken;
        }
        catch (MsalException error)
        {
            // The library's own code is coarse; Entra's number says what is wrong. Nothing else of its words is for logs.
            throw new ChannelException($"Microsoft Entra gave no token ({(Number().Match(error.Message) is { Success: true } number ? number.Value : error.ErrorCode)}).");
        }
        catch (HttpRequestException error)
        {
            throw new ChannelException($"Microsoft Entra could not be reached for a token ({error.HttpRequestError}).");
        }
    }

    private sealed class Clients(IHttpClientFactory clients) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => clients.CreateClient(Client);
    }

    [GeneratedRegex(@"\bAADSTS[0-9]{3,10}\b")]
    private static partial Regex Number();
}
