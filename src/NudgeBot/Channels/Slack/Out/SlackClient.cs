using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Slack.Out;

/// <summary>
/// Slack's Web API. Arguments travel as form fields, which every method takes (docs.slack.dev, "Using the Slack Web API"); nested values
/// are JSON in a field. The token goes only into the header. Nothing of what is sent stands in any exception.
/// </summary>
internal sealed class SlackClient(HttpClient http, SlackPace pace, SlackMeter meter, IOptions<SlackOptions> options)
{
    /// <summary>Calls a method for which no workspace is known yet, as while one is being installed.</summary>
    /// <inheritdoc cref="CallAsync{T}(SlackCall, JsonTypeInfo{T}, CancellationToken)"/>
    public Task<T> CallAsync<T>(
        string method, string? token, IEnumerable<KeyValuePair<string, string>> arguments, JsonTypeInfo<T> answer, CancellationToken cancellationToken)
        where T : SlackAnswer =>
        CallAsync(new SlackCall(method, null, token, [.. arguments.Select(argument => (argument.Key, (string?)argument.Value))]), answer, cancellationToken);

    /// <summary>Calls a method. An answer with <c>ok: false</c> is returned like any other: what it means depends on the caller.</summary>
    /// <exception cref="ChannelException">Slack asks to wait, or surely did not hear of it.</exception>
    /// <exception cref="HttpRequestException">Slack may have done it, but did not say so: it broke off, or answered with something else than its API does.</exception>
    public async Task<T> CallAsync<T>(SlackCall call, JsonTypeInfo<T> answer, CancellationToken cancellationToken)
        where T : SlackAnswer
    {
        pace.Enter(call);
        try
        {
            return await TryAsync(call, answer, cancellationToken);
        }
        catch (HttpRequestException) when (call.IsRepeatable)
        {
            // Most faults are of one connection: once more on another tells.
            return await TryAsync(call, answer, cancellationToken);
        }
    }

    /// <summary>Calls a method that must succeed.</summary>
    /// <exception cref="ChannelException">Slack refused it.</exception>
    /// <inheritdoc cref="CallAsync{T}(SlackCall, JsonTypeInfo{T}, CancellationToken)"/>
    public async Task<T> DoAsync<T>(SlackCall call, JsonTypeInfo<T> answer, CancellationToken cancellationToken, bool isDirect = false)
        where T : SlackAnswer
    {
        var answered = await CallAsync(call, answer, cancellationToken);
        return answered.Ok ? answered : throw SlackRefusals.Of(call.Method, answered, isDirect);
    }

    /// <summary>
    /// Sends something to an address that Slack gave, which is a secret by itself: an answer (<c>response_url</c>) or a file. Returns what Slack
    /// answered: a success, or that the address is over.
    /// </summary>
    /// <exception cref="ChannelException">Slack asks to wait, or surely did not hear of it.</exception>
    /// <exception cref="HttpRequestException">The connection broke or took too long, or Slack failed.</exception>
    public async Task<bool> SendAsync(SlackCall what, Uri address, HttpContent content, CancellationToken cancellationToken)
    {
        pace.Enter(what);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        using var response = await SlackTransport.SendAsync(http, request, what.Method, cancellationToken);
        meter.Called(what.Method, response.IsSuccessStatusCode ? "ok" : (int)response.StatusCode switch { 429 => "limited", >= 500 => "failed", _ => "refused" });
        return response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => throw pace.Park(what, response.Headers.RetryAfter),
            >= HttpStatusCode.InternalServerError => throw new HttpRequestException($"Slack answered {what.Method} with {(int)response.StatusCode}.", null, response.StatusCode),
            _ => response.IsSuccessStatusCode,
        };
    }

    private async Task<T> TryAsync<T>(SlackCall call, JsonTypeInfo<T> answer, CancellationToken cancellationToken)
        where T : SlackAnswer
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(new Uri(options.Value.ApiUrl), call.Method))
        {
            Content = new FormUrlEncodedContent(call.Arguments.Where(argument => argument.Value is not null)
                .Select(argument => KeyValuePair.Create(argument.Name, argument.Value!))),
        };
        if (call.Token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", call.Token);
        using var response = await SlackTransport.SendAsync(http, request, call.Method, cancellationToken);
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            meter.Called(call.Method, "limited");
            throw pace.Park(call, response.Headers.RetryAfter);
        }

        var answered = response.IsSuccessStatusCode ? await ReadAsync(response, answer, cancellationToken) : null;
        meter.Called(call.Method, answered switch { null => "failed", { Ok: true } => "ok", _ => "refused" });
        if (answered is null)
            throw new HttpRequestException($"Slack answered {call.Method} with {(int)response.StatusCode}, and not as its API does.", null, response.StatusCode);
        return answered.Error is "ratelimited" or "rate_limited" ? throw pace.Park(call, response.Headers.RetryAfter) : answered;
    }

    /// <summary>The answer, or null when it is something else, such as a page of HTML or half an answer.</summary>
    private static async Task<T?> ReadAsync<T>(HttpResponseMessage response, JsonTypeInfo<T> answer, CancellationToken cancellationToken)
        where T : SlackAnswer
    {
        try
        {
            var answered = await JsonSerializer.DeserializeAsync(await response.Content.ReadAsStreamAsync(cancellationToken), answer, cancellationToken);
            if (answered is not null)
                (answered.Granted, answered.AnsweredAt) = (response.Headers.TryGetValues("x-oauth-scopes", out var scopes) ? scopes.First() : null, response.Headers.Date);
            return answered;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
