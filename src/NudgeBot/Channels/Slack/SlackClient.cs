using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Slack;

/// <summary>
/// Slack's Web API. Arguments travel as form fields, which every method takes (docs.slack.dev, "Using the Slack Web API"); nested values
/// are JSON in a field. The token goes only into the header.
/// </summary>
internal sealed class SlackClient(HttpClient http, IOptions<SlackOptions> options)
{
    /// <summary>Calls a method. An answer with <c>ok: false</c> is returned like any other: what it means depends on the caller.</summary>
    /// <exception cref="ChannelException">Slack asks to wait.</exception>
    /// <exception cref="HttpRequestException">Slack could not be reached or answered with something else than its API does.</exception>
    public async Task<T> CallAsync<T>(
        string method, string? token, IEnumerable<KeyValuePair<string, string>> arguments, JsonTypeInfo<T> answer, CancellationToken cancellationToken)
        where T : SlackAnswer
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(new Uri(options.Value.ApiUrl), method)) { Content = new FormUrlEncodedContent(arguments) };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
            throw new ChannelException("Slack asks to wait.", retryAfter: response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(30));
        response.EnsureSuccessStatusCode();
        try
        {
            return await JsonSerializer.DeserializeAsync(await response.Content.ReadAsStreamAsync(cancellationToken), answer, cancellationToken)
                ?? throw new HttpRequestException($"Slack's answer to {method} is empty.");
        }
        catch (JsonException error)
        {
            throw new HttpRequestException($"Slack's answer to {method} is not its API's.", error);
        }
    }
}
