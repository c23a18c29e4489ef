using NudgeBot.Ledger;
using NudgeBot.Members;

namespace NudgeBot.Tests.Channels.Slack.In;

/// <summary>What arrives at the one address, before anybody is asked what was meant.</summary>
public sealed class SlackRequestTests
{
    private const string Form = "application/x-www-form-urlencoded", Json = "application/json";

    [Fact]
    public async Task Slack_finds_the_right_address()
    {
        await using var running = await SlackBot.StartAsync();

        var delivery = await running.Slack.VerifyUrlAsync();

        Assert.True(delivery.IsOk, delivery.ToString());
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json;charset=UTF-8")]
    [InlineData("Application/JSON; charset=\"utf-8\"; odd=1")]
    public async Task A_media_type_may_say_more(string contentType)
    {
        await using var running = await SlackBot.StartAsync();

        var (status, body) = await running.PostAsync(contentType, """{"type":"url_verification","challenge":"x"}""");

        Assert.Equal((200, """{"challenge":"x"}"""), (status, body));
    }

    [Theory]
    // A look at the certificate is not signed, and nothing else of it counts.
    [InlineData("ssl_check=1", 200)]
    [InlineData("ssl_check=1&token=x&command=%2Fnudge&team_id=T0MAIN&user_id=U1&channel_id=C1&text=helped+bob+with+it", 200)]
    [InlineData("ssl_check=true&command=%2Fnudge", 401)]
    [InlineData("ssl_check=1&ssl_check=0&command=%2Fnudge", 401)]
    [InlineData("ssl_check=&command=%2Fnudge", 401)]
    [InlineData("text=ssl_check%3D1&command=%2Fnudge", 401)]
    public async Task A_look_at_the_certificate_does_nothing(string body, int status)
    {
        await using var running = await SlackBot.StartAsync();

        using var response = await running.Bot.Http.PostAsync(new Uri("/slack/events", UriKind.Relative), new StringContent(body, null, Form));

        Assert.Equal((status, ""), ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
        Assert.Equal(0, await running.CountAsync<Member>("U1"));
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData(Json, "")]
    [InlineData(Form, "")]
    [InlineData(Json, "{")]
    [InlineData(Json, "[]")]
    [InlineData(Json, "\"text\"")]
    [InlineData(Json, "{}")]
    [InlineData(Json, "{\"type\":7}")]
    [InlineData(Json, "{\"type\":\"url_verification\"}")]
    [InlineData(Json, "{\"type\":\"event_callback\"}")]
    [InlineData(Json, "{\"type\":\"event_callback\",\"event_id\":\"Ev1\",\"team_id\":\"T0MAIN\",\"event\":[]}")]
    [InlineData(Json, "{\"type\":\"event_callback\",\"event_id\":\"Ev1\",\"team_id\":\"T0MAIN\",\"event\":{}}")]
    [InlineData(Json, "{\"type\":\"event_callback\",\"event_id\":\"Ev1\",\"event\":{\"type\":\"app_mention\"}}")]
    [InlineData(Form, "x=1")]
    [InlineData(Form, "payload=")]
    [InlineData(Form, "payload=%7B")]
    [InlineData(Form, "payload=%5B%5D")]
    [InlineData(Form, "payload=%7B%7D")]
    [InlineData(Form, "payload=%7B%7D&payload=%7B%7D")]
    [InlineData(Form, "payload=%7B%22type%22%3A%22block_actions%22%2C%22user%22%3A%7B%22id%22%3A%22U1%22%7D%7D")]
    [InlineData(Form, "command=%2Fnudge")]
    [InlineData(Form, "command=%2Fnudge&team_id=T0MAIN&user_id=U1")]
    [InlineData(Form, "command=%2Fnudge&user_id=U1&channel_id=C1")]
    [InlineData("text/plain", "command=%2Fnudge")]
    [InlineData("nonsense", "command=%2Fnudge")]
    public async Task What_cannot_be_read_is_refused_and_changes_nothing(string? contentType, string body)
    {
        await using var running = await SlackBot.StartAsync();

        var (status, answer) = await running.PostAsync(contentType, body);

        Assert.Equal((400, ""), (status, answer));
        Assert.Equal(0, await running.CountAsync<Member>("U1"));
    }

    [Theory]
    [InlineData(Json, "{\"type\":\"app_rate_limited\",\"team_id\":\"T0MAIN\"}")]
    [InlineData(Json, "{\"type\":\"something_new\"}")]
    [InlineData(Json, "{\"type\":\"event_callback\",\"event_id\":\"Ev1\",\"team_id\":\"T0MAIN\",\"event\":{\"type\":\"something_new\",\"channel\":{\"id\":7},\"user\":[]}}")]
    [InlineData(Json, "{\"type\":\"event_callback\",\"event_id\":\"Ev1\",\"team_id\":\"T0ELSE\",\"event\":{\"type\":\"app_mention\",\"user\":\"U1\",\"channel\":\"C1\",\"text\":\"help\"}}")]
    [InlineData(Form, "payload=%7B%22type%22%3A%22something_new%22%2C%22user%22%3A%7B%22id%22%3A%22U1%22%2C%22team_id%22%3A%22T0MAIN%22%7D%7D")]
    [InlineData(Form, "payload=%7B%22type%22%3A%22block_actions%22%2C%22user%22%3A%7B%22id%22%3A%22U1%22%2C%22team_id%22%3A%22T0MAIN%22%7D%2C%22actions%22%3A%5B7%2C%7B%7D%2C%7B%22type%22%3A%22hologram%22%2C%22action_id%22%3A%22undo%3A0%22%2C%22value%22%3A7%2C%22selected_option%22%3A%22x%22%7D%5D%7D")]
    public async Task What_is_not_known_is_acknowledged_and_ignored(string contentType, string body)
    {
        await using var running = await SlackBot.StartAsync();

        var (status, answer) = await running.PostAsync(contentType, body);

        Assert.Equal((200, ""), (status, answer));
        Assert.Equal(0, await running.CountAsync<Entry>("U1"));
    }

    [Fact]
    public async Task Too_much_is_refused_before_anything_is_asked()
    {
        await using var running = await SlackBot.StartAsync();

        var (status, answer) = await running.PostAsync(Form, "payload=" + new string('x', 1 << 20));

        Assert.Equal((413, ""), (status, answer));
    }

    [Fact]
    public async Task Where_it_is_not_installed_a_command_is_told_so()
    {
        await using var running = await SlackBot.StartAsync();
        var elsewhere = running.Slack.AddWorkspace("T0ELSE", "Elsewhere");
        running.Slack.AddUser("U8", "zoe", elsewhere);
        running.Slack.AddChannel("C8", "general", bot: false, elsewhere, members: ["U8"]);
        running.Slack.Install(elsewhere);

        var delivery = await running.Slack.CommandAsync("U8", "/nudge", "circle", "C8");

        Assert.Equal("ephemeral", delivery.Json.GetProperty("response_type").GetString());
        Assert.Contains("not installed", delivery.Json.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, await running.CountAsync<Member>("U8", "T0ELSE"));
    }
}
