using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NudgeBot.Channels.Slack.Install;
using NudgeBot.Storage;
using NudgeBot.Tests.Support;
using NudgeBot.Tests.Support.Slack.Inbound;
using NudgeBot.Workspaces;

namespace NudgeBot.Tests.Channels.Slack.Bolt;

/// <summary>The whole program in a Slack by other people (emulate), from installing to a message that was answered.</summary>
public sealed partial class EmulateInstallTests
{
    private const string Public = "https://nudgebot.example.com", Secret = "signing-secret";

    [Fact]
    public async Task It_installs_there_takes_in_the_directory_greets_a_member_and_puts_what_was_done_in_the_place_of_the_buttons()
    {
        await using var emulate = await Peers.StartEmulateAsync(Seed);
        await using var bot = new TestBot(served: true, settings: new()
        {
            ["Slack:ApiUrl"] = $"{emulate.Ready.TrimEnd('/')}/api/",
            ["Slack:SigningSecret"] = Secret,
            ["Slack:ClientId"] = "1.2",
            ["Slack:ClientSecret"] = "secret",
            ["Slack:PublicUrl"] = Public,
        });
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

        var page = await InstallAsync(browser, bot, emulate.Ready);
        var (workspaceId, token) = await InstalledAsync(bot);
        var ana = await IdAsync(browser, emulate.Ready, token);
        var answer = await CommandAsync(bot, workspaceId, ana, "helped bob with the board deck yesterday");
        await bot.RunDueAsync();
        var direct = (await CallAsync(browser, emulate.Ready, "conversations.open", token, ("users", ana))).GetProperty("channel").GetProperty("id").GetString()!;
        var greeted = await LastAsync(browser, emulate.Ready, token, direct);
        await PressAsync(bot, workspaceId, ana, direct, greeted, "nudges.on");
        await bot.RunDueAsync();
        var after = await LastAsync(browser, emulate.Ready, token, direct);

        Assert.Contains("NudgeBot is in Main", page, StringComparison.Ordinal);
        Assert.Contains("Bob", answer, StringComparison.Ordinal);
        Assert.Contains("nudges", greeted.GetProperty("text").GetString(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(greeted.GetProperty("ts").GetString(), after.GetProperty("ts").GetString());
        Assert.NotEqual(greeted.GetProperty("text").GetString(), after.GetProperty("text").GetString());
    }

    private static object Seed => new
    {
        team = new { name = "Main", domain = "main" },
        users = new[]
        {
            new { name = "ana", real_name = "Ana Lopez", email = "ana@example.com" },
            new { name = "bob", real_name = "Bob Tanaka", email = "bob@example.com" },
        },
        channels = new[] { new { name = "general" } },
        signing_secret = Secret,
        oauth_apps = new[]
        {
            new
            {
                client_id = "1.2",
                client_secret = "secret",
                app_id = "A0NUDGEBOT",
                name = "NudgeBot",
                redirect_uris = new[] { $"{Public}/slack/oauth_redirect" },
                scopes = SlackScopes.All.ToArray(),
                bot_name = "nudgebot",
            },
        },
        strict_scopes = true,
    };

    /// <summary>Goes the way of a browser: to NudgeBot, to the other Slack's page, to ana's button there, and back.</summary>
    private static async Task<string> InstallAsync(HttpClient browser, TestBot bot, string slack)
    {
        using var begun = await browser.GetAsync(new Uri(bot.Http.BaseAddress!, "/slack/install"));
        var consent = await browser.GetStringAsync(begun.Headers.Location);
        var form = consent.Split("<form").First(part => part.Contains("ana@example.com", StringComparison.Ordinal) || part.Contains(">ana<", StringComparison.Ordinal));
        using var fields = new FormUrlEncodedContent(Hidden().Matches(form).Select(match => KeyValuePair.Create(match.Groups[1].Value, HttpUtility.HtmlDecode(match.Groups[2].Value))));
        using var allowed = await browser.PostAsync(new Uri(new Uri(slack), "/oauth/v2/authorize/callback"), fields);
        using var back = new HttpRequestMessage(HttpMethod.Get, new Uri(bot.Http.BaseAddress!, allowed.Headers.Location!.PathAndQuery));
        back.Headers.Add("Cookie", begun.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        using var done = await browser.SendAsync(back);
        return await done.Content.ReadAsStringAsync();
    }

    private static async Task<(string WorkspaceId, string Token)> InstalledAsync(TestBot bot)
    {
        await using var scope = bot.Services.CreateAsyncScope();
        var workspaceId = await scope.ServiceProvider.GetRequiredService<BotDb>().Set<Workspace>().IgnoreQueryFilters()
            .Where(row => row.Channel == "slack").Select(row => row.WorkspaceId).SingleAsync();
        return (workspaceId, (await bot.Services.GetRequiredService<SlackInstallations>().FindAsync(workspaceId, default))!.Token);
    }

    private static async Task<string> IdAsync(HttpClient http, string slack, string token) =>
        (await CallAsync(http, slack, "users.list", token)).GetProperty("members").EnumerateArray()
            .First(user => user.GetProperty("name").GetString() == "ana").GetProperty("id").GetString()!;

    private static async Task<JsonElement> LastAsync(HttpClient http, string slack, string token, string channel) =>
        (await CallAsync(http, slack, "conversations.history", token, ("channel", channel))).GetProperty("messages")[0];

    private static async Task<string> CommandAsync(TestBot bot, string team, string user, string text)
    {
        var body = string.Join('&', new Dictionary<string, string>
        {
            ["team_id"] = team,
            ["user_id"] = user,
            ["channel_id"] = "D0",
            ["channel_name"] = "directmessage",
            ["command"] = "/nudge",
            ["text"] = text,
            ["trigger_id"] = "1.2.a",
            ["is_enterprise_install"] = "false",
        }.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"));
        return JsonDocument.Parse(await PostAsync(bot, body)).RootElement.GetProperty("text").GetString()!;
    }

    private static Task<string> PressAsync(TestBot bot, string team, string user, string channel, JsonElement message, string actionId)
    {
        var button = message.GetProperty("blocks").EnumerateArray().Where(block => block.GetProperty("type").GetString() == "actions")
            .SelectMany(block => block.GetProperty("elements").EnumerateArray())
            .First(element => element.GetProperty("action_id").GetString()!.StartsWith(actionId, StringComparison.Ordinal));
        var payload = JsonSerializer.Serialize(new
        {
            type = "block_actions",
            team = new { id = team },
            user = new { id = user, team_id = team },
            is_enterprise_install = false,
            trigger_id = "1.2.b",
            container = new { type = "message", message_ts = message.GetProperty("ts").GetString(), channel_id = channel, is_ephemeral = false },
            channel = new { id = channel, name = "directmessage" },
            message,
            actions = new[] { new { type = "button", action_id = button.GetProperty("action_id").GetString(), block_id = "b", value = button.TryGetProperty("value", out var value) ? value.GetString() : null, action_ts = "1" } },
        });
        return PostAsync(bot, $"payload={Uri.EscapeDataString(payload)}");
    }

    private static async Task<string> PostAsync(TestBot bot, string body)
    {
        var timestamp = bot.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(bot.Http.BaseAddress!, "/slack/events")) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/x-www-form-urlencoded");
        request.Headers.Add("X-Slack-Request-Timestamp", timestamp);
        request.Headers.Add("X-Slack-Signature", Signer.Sign(Secret, timestamp, Encoding.UTF8.GetBytes(body)));
        using var response = await bot.Http.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode}");
        return await response.Content.ReadAsStringAsync();
    }

    private static async Task<JsonElement> CallAsync(HttpClient http, string slack, string method, string token, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(new Uri(slack), $"/api/{method}")) { Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.SendAsync(request);
        var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.True(said.GetProperty("ok").GetBoolean(), $"{method}: {said}");
        return said;
    }

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)""")]
    private static partial Regex Hidden();
}
