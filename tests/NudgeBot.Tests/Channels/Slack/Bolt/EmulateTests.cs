using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Web;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Channels.Slack.Bolt;

/// <summary>A second Slack, by other people: emulate. It installs, and takes what the app then says.</summary>
public sealed partial class EmulateTests
{
    private const string Back = "http://127.0.0.1:9/slack/oauth";

    [Fact]
    public async Task An_app_installs_posts_and_updates_there()
    {
        await using var emulate = await Peers.StartEmulateAsync(Seed);
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(emulate.Ready) };

        var code = await ConsentAsync(client);
        var install = await CallAsync(client, "oauth.v2.access", null, ("client_id", "1.2"), ("client_secret", "secret"), ("code", code), ("redirect_uri", Back));
        var token = install.GetProperty("access_token").GetString();
        var users = await CallAsync(client, "users.list", token);
        var ana = users.GetProperty("members").EnumerateArray().First(user => user.GetProperty("name").GetString() == "ana").GetProperty("id").GetString()!;
        var direct = (await CallAsync(client, "conversations.open", token, ("users", ana))).GetProperty("channel").GetProperty("id").GetString()!;
        var posted = await CallAsync(client, "chat.postMessage", token, ("channel", direct), ("text", "Ana"));
        var updated = await CallAsync(client, "chat.update", token, ("channel", direct), ("ts", posted.GetProperty("ts").GetString()!), ("text", "Done"));
        var history = await CallAsync(client, "conversations.history", token, ("channel", direct));

        Assert.Equal("bot", install.GetProperty("token_type").GetString());
        Assert.True(updated.GetProperty("ok").GetBoolean(), updated.ToString());
        Assert.Equal("Done", history.GetProperty("messages")[0].GetProperty("text").GetString());
    }

    private static object Seed => new
    {
        team = new { name = "Main", domain = "main" },
        users = new[] { new { name = "ana", real_name = "Ana", email = "ana@example.com" } },
        channels = new[] { new { name = "general" } },
        oauth_apps = new[]
        {
            new
            {
                client_id = "1.2",
                client_secret = "secret",
                app_id = "A0NUDGEBOT",
                name = "NudgeBot",
                redirect_uris = new[] { Back },
                scopes = new[] { "chat:write", "im:write", "im:history", "im:read", "users:read" },
                bot_name = "nudgebot",
            },
        },
        strict_scopes = true,
    };

    /// <summary>Presses ana's button on the page, as a browser would.</summary>
    private static async Task<string> ConsentAsync(HttpClient client)
    {
        var page = await client.GetStringAsync(new Uri($"/oauth/v2/authorize?client_id=1.2&scope=chat:write,im:write,im:history,im:read,users:read&state=s&redirect_uri={Uri.EscapeDataString(Back)}", UriKind.Relative));
        var form = page.Split("<form").First(part => part.Contains("ana@example.com", StringComparison.Ordinal) || part.Contains(">ana<", StringComparison.Ordinal));
        using var fields = new FormUrlEncodedContent(Hidden().Matches(form).Select(match => KeyValuePair.Create(match.Groups[1].Value, HttpUtility.HtmlDecode(match.Groups[2].Value))));
        using var answer = await client.PostAsync(new Uri("/oauth/v2/authorize/callback", UriKind.Relative), fields);
        var query = HttpUtility.ParseQueryString(answer.Headers.Location!.Query);
        Assert.Equal("s", query["state"]);
        return query["code"]!;
    }

    private static async Task<JsonElement> CallAsync(HttpClient client, string method, string? token, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/api/{method}", UriKind.Relative)) { Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await client.SendAsync(request);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)""")]
    private static partial Regex Hidden();
}
