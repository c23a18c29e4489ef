using NudgeBot.Chat;

namespace NudgeBot.Channels.Slack.Out;

/// <summary>Sends requests to Slack and says of a failure only what is safe to say, and whether Slack may have heard of it.</summary>
internal static class SlackTransport
{
    /// <param name="http">The client.</param>
    /// <param name="request">Its address may be a secret by itself.</param>
    /// <param name="what">Names the request in exceptions.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ChannelException">No connection came about: Slack surely did not hear of it.</exception>
    /// <exception cref="HttpRequestException">The connection broke or took too long.</exception>
    public static async Task<HttpResponseMessage> SendAsync(HttpClient http, HttpRequestMessage request, string what, CancellationToken cancellationToken)
    {
        try
        {
            return await http.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException error) when (error.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
        {
            throw new ChannelException($"Slack could not be reached for {what} ({error.HttpRequestError}).");
        }
        catch (HttpRequestException error)
        {
            throw new HttpRequestException(error.HttpRequestError, $"The connection to Slack broke during {what} ({error.HttpRequestError}).");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException($"Slack took too long over {what}.");
        }
    }
}
