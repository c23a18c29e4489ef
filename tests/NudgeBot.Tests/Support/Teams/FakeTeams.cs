using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace NudgeBot.Tests.Support.Teams;

/// <summary>
/// A Teams of the tests' own, on a real port: the Bot Framework's keys, Entra's tokens, the connector, and people who write and press. The
/// bot reaches it by the real addresses, whose host stands in the path here.
/// </summary>
internal sealed partial class FakeTeams : IAsyncDisposable
{
    public const string AppId = "11111111-2222-3333-4444-555555555555", Tenant = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";

    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/", TeamId = "19:team@thread.tacv2", GroupId = "99999999-aaaa-bbbb-cccc-000000000001", ChannelId = "19:random@thread.tacv2";

    private readonly WebApplication host;
    private readonly Lock gate = new();
    private readonly List<TeamsPost> posts = [];
    private readonly ConcurrentDictionary<string, ConcurrentQueue<TeamsFault>> faults = new();
    private readonly ConcurrentQueue<TeamsRequest> requests = new();
    private readonly ConcurrentQueue<TeamsAnswer> answers = new();
    private int next = 1000;

    private FakeTeams(WebApplication host, TimeProvider clock) => (this.host, Clock, Authority, Entra) = (host, clock, new TeamsAuthority(clock), new TeamsAuthority(clock) { Endorsements = null });

    public TimeProvider Clock { get; }

    public TeamsAuthority Authority { get; }

    /// <summary>Signs for people; its keys have the names of the other's, and are not the same.</summary>
    public TeamsAuthority Entra { get; }

    public static TeamsPersona Ana { get; } = new("Ana Ruiz", "29:ana", "00000000-0000-0000-0000-00000000000a");

    public static TeamsPersona Bob { get; } = new("Bob Tanaka", "29:bob", "00000000-0000-0000-0000-00000000000b", "America/New_York");

    public static TeamsPersona Chen { get; } = new("Chen Wei", "29:chen", "00000000-0000-0000-0000-00000000000c", "Asia/Shanghai", "de-DE");

    public List<TeamsPersona> People { get; } = [Ana, Bob, Chen];

    /// <summary>Who of them is not in which conversation.</summary>
    public HashSet<(string ConversationId, TeamsPersona Person)> Outside { get; } = [];

    /// <summary>Those who have not installed the bot, or blocked it, with the code that says so.</summary>
    public ConcurrentDictionary<string, string> Closed { get; } = new();

    /// <summary>How many members a page of the roster holds at most.</summary>
    public int PageSize { get; set; } = 2;

    /// <summary>What is put to the ids of personal chats that are opened from now on; those without it are not known any more.</summary>
    public string Anew { get; set; } = "";

    /// <summary>Where the bot listens.</summary>
    public Uri? BotUrl { get; set; }

    /// <summary>Whatever the bot asked of anybody at Microsoft's.</summary>
    public IReadOnlyList<TeamsRequest> Requests => [.. requests];

    public int MetadataReads => requests.Count(request => request.Path.EndsWith("openidconfiguration", StringComparison.Ordinal));

    public int TokensGiven => requests.Count(request => request.Path.EndsWith("/token", StringComparison.Ordinal));

    /// <summary>What the bot asked of the connector.</summary>
    public IReadOnlyList<TeamsRequest> Calls => [.. requests.Where(request => request.Path.StartsWith("/smba", StringComparison.Ordinal))];

    /// <summary>How the bot answered everything that it was sent.</summary>
    public IReadOnlyList<TeamsAnswer> Answers => [.. answers];

    /// <param name="clock">What time it is at Microsoft's.</param>
    /// <param name="tunnelled">Whether a program in a process of its own is to reach it, by <see cref="Way"/>.</param>
    public static async Task<FakeTeams> StartAsync(TimeProvider clock, bool tunnelled = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        if (tunnelled)
            AddTunnel(builder.WebHost);
        builder.Logging.ClearProviders();
        var fake = new FakeTeams(builder.Build(), clock);
        fake.host.Run(fake.AnswerAsync);
        await fake.host.StartAsync();
        return fake;
    }

    /// <summary>Carries the program's calls to the fake, whatever host they are for.</summary>
    public HttpMessageHandler Handler() => new Detour(Address(Uri.UriSchemeHttp));

    /// <summary>Lets the next calls of a kind go wrong: send, update, delete, open, members, member, history, token, metadata.</summary>
    public void Fail(string kind, params TeamsFault[] wrong)
    {
        foreach (var fault in wrong)
            faults.GetOrAdd(kind, _ => new()).Enqueue(fault);
    }

    /// <summary>What stands in a conversation.</summary>
    public IReadOnlyList<TeamsPost> Posts(string conversationId)
    {
        lock (gate)
            return [.. posts.Where(post => post.ConversationId == conversationId && !post.IsDeleted)];
    }

    public IReadOnlyList<TeamsPost> Chat(TeamsPersona who) => Posts(who.ChatId);

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        Authority.Dispose();
        Entra.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.IsHttps ? $"/{context.Request.Host.Host}{context.Request.Path}" : context.Request.Path.Value!;
        var text = await new StreamReader(context.Request.Body).ReadToEndAsync();
        var body = context.Request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) == true && text.Length > 0 ? (JsonObject)JsonNode.Parse(text)! : null;
        var token = AuthenticationHeaderValue.TryParse(context.Request.Headers.Authorization, out var header) ? header.Parameter : null;
        requests.Enqueue(new(context.Request.Method, path, context.Request.QueryString.Value ?? "", token, body));
        var (status, answer) = path switch
        {
            "/login.botframework.com/v1/.well-known/openidconfiguration" =>
                Fault("metadata", () => (200, new JsonObject { ["issuer"] = TeamsAuthority.Issuer, ["jwks_uri"] = "https://login.botframework.com/v1/.well-known/keys", ["id_token_signing_alg_values_supported"] = new JsonArray("RS256") }), context),
            "/login.botframework.com/v1/.well-known/keys" => (200, Authority.Keys()),
            $"/login.microsoftonline.com/{Tenant}/v2.0/.well-known/openid-configuration" => (200, EntraMetadata()),
            $"/login.microsoftonline.com/{Tenant}/discovery/v2.0/keys" => (200, Entra.Keys()),
            $"/login.microsoftonline.com/{Tenant}/oauth2/v2.0/token" => Fault("token", () => GiveToken(text), context),
            _ when path.StartsWith("/graph.microsoft.com/v1.0/", StringComparison.Ordinal) => Fault("history", () => Remember(path["/graph.microsoft.com/v1.0/".Length..], context, token), context),
            _ when path.StartsWith("/smba.trafficmanager.net/emea/v3/", StringComparison.Ordinal) => Connect(context, path["/smba.trafficmanager.net/emea/".Length..], body, token),
            _ when path.StartsWith("/smba.infra.gcc.teams.microsoft.com/gcc/v3/", StringComparison.Ordinal) => Connect(context, path["/smba.infra.gcc.teams.microsoft.com/gcc/".Length..], body, token),
            _ => (404, Error("NotFound")),
        };
        if (context.Items[nameof(TeamsFault.Wait)] is TimeSpan wait)
            await Task.Delay(wait, TimeProvider.System);
        if (status == 0)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = answer is null ? "text/html" : "application/json";
        await context.Response.WriteAsync(answer?.ToJsonString() ?? "<html>Bad gateway</html>", Encoding.UTF8);
    }

    private (int, JsonObject?) Fault(string kind, Func<(int, JsonObject?)> act, HttpContext context)
    {
        if (!faults.TryGetValue(kind, out var waiting) || !waiting.TryDequeue(out var fault))
            return act();
        if (fault.Wait is not null)
        {
            context.Items[nameof(TeamsFault.Wait)] = fault.Wait;
            return act();
        }

        if (fault.Happens)
            act();
        if (fault.Resets)
            context.Abort();
        if (fault.RetryAfter is { } seconds)
            context.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (fault.RetryAt is { } at)
            context.Response.Headers.RetryAfter = at.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        return (fault.Status, fault.Html ? null : Error(fault.Code ?? "ServiceError"));
    }

    private Uri Address(string scheme) =>
        new(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First(address => address.StartsWith(scheme + ':', StringComparison.Ordinal)));

    private static (int, JsonObject?) GiveToken(string form) => form.Contains("client_secret=s3cret", StringComparison.Ordinal) && form.Contains($"client_id={AppId}", StringComparison.Ordinal)
        ? (200, new JsonObject { ["token_type"] = "Bearer", ["expires_in"] = 3599, ["access_token"] = form.Contains("graph.microsoft.com", StringComparison.Ordinal) ? "graph-token" : "connector-token" })
        : (401, new JsonObject { ["error"] = "invalid_client", ["error_description"] = "AADSTS7000215" });

    private static JsonObject Error(string code) => new() { ["error"] = new JsonObject { ["code"] = code, ["message"] = "It went wrong." } };

    private sealed class Detour(Uri fake) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var asked = request.RequestUri!;
            request.RequestUri = new Uri(fake, $"/{asked.Host}{asked.PathAndQuery}");
            request.Headers.Host = null;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
