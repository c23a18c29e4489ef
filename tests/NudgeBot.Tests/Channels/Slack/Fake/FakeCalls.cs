using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using NudgeBot.Tests.Support.Slack;

namespace NudgeBot.Tests.Channels.Slack.Fake;

/// <summary>Calls to the fake's Web API by hand.</summary>
internal static class FakeCalls
{
    private static readonly HttpClient Client = new();

    extension(FakeSlack slack)
    {
        public async Task<HttpResponseMessage> SendAsync(string method, HttpContent content, string? token = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(slack.ApiAddress, method)) { Content = content };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? slack.Token);
            return await Client.SendAsync(request);
        }

        public async Task<JsonElement> CallAsync(string method, JsonObject arguments, string? token = null)
        {
            using var content = JsonContent.Create(arguments);
            using var response = await slack.SendAsync(method, content, token);
            return await response.Content.ReadFromJsonAsync<JsonElement>();
        }

        public async Task<JsonElement> FormAsync(string method, params (string Name, string Value)[] fields)
        {
            using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
            using var response = await slack.SendAsync(method, content);
            return await response.Content.ReadFromJsonAsync<JsonElement>();
        }

        public async Task<(int Status, string Text)> RespondAsync(string url, JsonObject body)
        {
            using var response = await Client.PostAsJsonAsync(new Uri(url), body);
            return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
        }
    }

    public static string? Error(this JsonElement answer) => answer.TryGetProperty("error", out var error) ? error.GetString() : null;

    public static JsonObject Section(string text) => new() { ["type"] = "section", ["text"] = new JsonObject { ["type"] = "mrkdwn", ["text"] = text } };
}
