using System.Net;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Teams.Out;

/// <summary>
/// The Bot Connector's API (learn.microsoft.com, "Bot Connector REST API reference", version 3). The token goes only to hosts that may have
/// it. Nothing of what is sent stands in any exception.
/// </summary>
internal sealed partial class TeamsClient(
    HttpClient http, TeamsSignIn signIn, TeamsHosts hosts, TeamsPace pace, TeamsMeter meter, ILogger<TeamsClient> logger)
{
    /// <summary>Letters stay letters: escaped, a text in Chinese would weigh six times as much.</summary>
    private static readonly JsonSerializerOptions Plainly = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Calls, and returns what Teams answered; null where it answered nothing.</summary>
    /// <exception cref="ChannelException">Teams refused it, asks to wait, or surely did not hear of it.</exception>
    /// <exception cref="HttpRequestException">Teams may have done it, but did not say so.</exception>
    public async Task<T?> CallAsync<T>(TeamsCall call, JsonTypeInfo<T> answer, CancellationToken cancellationToken)
        where T : class
    {
        var outcome = await TryAsync(call, answer, cancellationToken);
        return outcome.Refused is null ? outcome.Answer : throw outcome.Refused;
    }

    /// <summary>The same for whoever knows what to do about some refusals: those are returned.</summary>
    /// <exception cref="ChannelException">Teams asks to wait, or surely did not hear of it.</exception>
    /// <exception cref="HttpRequestException">Teams may have done it, but did not say so.</exception>
    public async Task<TeamsOutcome<T>> TryAsync<T>(TeamsCall call, JsonTypeInfo<T> answer, CancellationToken cancellationToken)
        where T : class
    {
        call = call with { ServiceUrl = hosts.Of(call.WorkspaceId, call.ServiceUrl) };
        var outcome = await OnceAsync(call, answer, cancellationToken);
        return outcome.Code is "InvalidBotApiHost" && hosts.Move(call.WorkspaceId, call.ServiceUrl) is { } other
            ? await OnceAsync(call with { ServiceUrl = other }, answer, cancellationToken)
            : outcome;
    }

    private async Task<TeamsOutcome<T>> OnceAsync<T>(TeamsCall call, JsonTypeInfo<T> answer, CancellationToken cancellationToken)
        where T : class
    {
        if (!hosts.Allow(call.ServiceUrl))
            throw new ChannelException("The conversation's service address is at a host that is not allowed; see Teams:AllowedServiceHosts.");
        pace.Enter(call);
        var response = await SendAsync(call, anew: false, cancellationToken);
        if (response.StatusCode is HttpStatusCode.Unauthorized)
        {
            // The token was withdrawn before its end: once more with a new one.
            response.Dispose();
            response = await SendAsync(call, anew: true, cancellationToken);
        }

        using (response)
            return await ReadAsync(call, response, answer, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendAsync(TeamsCall call, bool anew, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(call.Method, call.Address);
        if (call.Body is { } body)
            request.Content = new StringContent(body.ToJsonString(Plainly), Encoding.UTF8, MediaTypeNames.Application.Json);
        if (await signIn.TokenAsync(anew, cancellationToken) is { } token)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        try
        {
            return await http.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException error) when (error.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
        {
            meter.Called(call.What, "failed");
            throw new ChannelException($"Teams could not be reached for {call.What} ({error.HttpRequestError}).");
        }
        catch (HttpRequestException error)
        {
            meter.Called(call.What, "failed");
            throw new HttpRequestException(error.HttpRequestError, $"The connection to Teams broke during {call.What} ({error.HttpRequestError}).");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            meter.Called(call.What, "failed");
            throw new HttpRequestException($"Teams took too long over {call.What}.");
        }
    }

    private async Task<TeamsOutcome<T>> ReadAsync<T>(TeamsCall call, HttpResponseMessage response, JsonTypeInfo<T> answer, CancellationToken cancellationToken)
        where T : class
    {
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        if (response.IsSuccessStatusCode)
        {
            // A proxy's own page that calls itself a success: Teams has not heard of it.
            if (call.MakesAnother && response.Content.Headers.ContentType?.MediaType is MediaTypeNames.Text.Html)
            {
                meter.Called(call.What, "failed");
                throw new HttpRequestException($"Something other than Teams answered {call.What} with a page.");
            }

            meter.Called(call.What, "ok");
            pace.Passed(call);
            return new(Parse(body, answer));
        }

        // 412 is another change of the conversation at the same moment; these are the ones that the documentation asks to repeat.
        if (response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.PreconditionFailed or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable
            or HttpStatusCode.GatewayTimeout)
        {
            meter.Called(call.What, "limited");
            var later = pace.Park(call, response.Headers.RetryAfter);
            // Who names a time to come again has not let it through.
            throw IsOpen(call, response.StatusCode) && response.Headers.RetryAfter is null ? Unclear(call, response.StatusCode) : later;
        }

        meter.Called(call.What, "refused");
        if (IsOpen(call, response.StatusCode))
            throw Unclear(call, response.StatusCode);
        if (response.StatusCode is HttpStatusCode.Unauthorized)
            Unknown(call.What);
        var code = TeamsRefusals.Code(body);
        return new(null, TeamsRefusals.Of(call.What, response.StatusCode, code), response.StatusCode, code);
    }

    /// <summary>Whether it may have been done all the same: a server that failed over a new message may have let it through first.</summary>
    private static bool IsOpen(TeamsCall call, HttpStatusCode status) => call.MakesAnother && status >= HttpStatusCode.InternalServerError;

    private static HttpRequestException Unclear(TeamsCall call, HttpStatusCode status) =>
        new($"Teams answered {call.What} with {(int)status}, which leaves open whether it was done.");

    private static T? Parse<T>(string body, JsonTypeInfo<T> answer)
        where T : class
    {
        try
        {
            return body.Length == 0 ? null : JsonSerializer.Deserialize(body, answer);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [LoggerMessage(LogLevel.Error, "Teams refused {Call} with a token that was new: the bot's registration in Azure and Teams:AppId do not fit. \"nudgebot doctor\" says more.")]
    private partial void Unknown(string call);
}

/// <summary>How a call ended.</summary>
/// <param name="Answer">What Teams answered; null where it answered nothing, or refused.</param>
/// <param name="Refused">What the refusal means; null where it did what was asked.</param>
/// <param name="Status">The refusal's status.</param>
/// <param name="Code">The refusal's code; empty where it has none.</param>
internal sealed record TeamsOutcome<T>(T? Answer, ChannelException? Refused = null, HttpStatusCode Status = HttpStatusCode.OK, string Code = "")
    where T : class;
