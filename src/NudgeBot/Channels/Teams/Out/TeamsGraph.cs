using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Teams.Out;

/// <summary>Reads messages through Microsoft Graph (learn.microsoft.com, "List messages in a chat" and "List channel messages", version 1.0).</summary>
internal sealed class TeamsGraph(HttpClient http, TeamsSignIn signIn, TeamsMeter meter, IOptions<TeamsOptions> options)
{
    /// <summary>The most that Graph gives at once.</summary>
    private const int Page = 50;

    private readonly Uri root = options.Value.GraphUrl is { Length: > 0 } given ? new(given) : TeamsClouds.All[options.Value.Cloud].Graph;

    /// <summary>The first page of a chat, newest first.</summary>
    public Uri Chat(string chatId) => new(root, $"v1.0/chats/{Uri.EscapeDataString(chatId)}/messages?$top={Page}&$orderby=createdDateTime%20desc");

    /// <summary>The first page of the posts in a channel, those that changed last first.</summary>
    public Uri Channel(string groupId, string channelId) =>
        new(root, $"v1.0/teams/{Uri.EscapeDataString(groupId)}/channels/{Uri.EscapeDataString(channelId)}/messages?$top={Page}");

    /// <summary>A page of messages; null where Graph has no such conversation.</summary>
    /// <exception cref="ChannelException">Graph asks to wait.</exception>
    /// <exception cref="UnauthorizedAccessException">Graph does not show them to NudgeBot: the permission is missing.</exception>
    /// <exception cref="HttpRequestException">Graph could not be reached or understood.</exception>
    public async Task<TeamsPastPage?> ReadAsync(Uri page, CancellationToken cancellationToken)
    {
        // The next page's address comes from Graph; the token goes nowhere else.
        if (page.Scheme != root.Scheme || page.Authority != root.Authority)
            throw new HttpRequestException("Microsoft Graph named another host for its next page.");
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        if (await signIn.TokenAsync(anew: false, cancellationToken, new Uri(root, ".default").AbsoluteUri) is { } token)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await SendAsync(request, cancellationToken);
        meter.Called("history", response.IsSuccessStatusCode ? "ok" : response.StatusCode is HttpStatusCode.TooManyRequests ? "limited" : "refused");
        return response.StatusCode switch
        {
            HttpStatusCode.OK => await ParseAsync(response, cancellationToken),
            HttpStatusCode.NotFound => null,
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => throw new UnauthorizedAccessException("Microsoft Graph does not show the conversation to NudgeBot."),
            _ => throw new ChannelException($"Microsoft Graph could not tell what is in the conversation ({(int)response.StatusCode}).", retryAfter: response.Headers.RetryAfter?.Delta),
        };
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await http.SendAsync(request, cancellationToken);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException("Microsoft Graph took too long.");
        }
    }

    private static async Task<TeamsPastPage> ParseAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return JsonSerializer.Deserialize(await response.Content.ReadAsStringAsync(cancellationToken), TeamsAnswersJson.Default.TeamsPastPage)
                ?? throw new HttpRequestException("Microsoft Graph answered nothing.");
        }
        catch (JsonException)
        {
            throw new HttpRequestException("Microsoft Graph answered what is no page of messages.");
        }
    }
}
