using System.Text.Json.Nodes;
using NudgeBot.Ledger;
using NudgeBot.Tests.Support.Teams;

namespace NudgeBot.Tests.Channels.Teams;

/// <summary>
/// Activities in the shapes in which Microsoft's Agents Playground sends them, where they differ from Teams' own: no token, ids of no fixed
/// form, a bot without <c>28:</c>, buttons without an id of their own and without a trigger.
/// </summary>
public sealed class RecordedShapesTests
{
    private const string Tenant = "00000000-0000-0000-0000-0000000000007", Person = "00000000-0000-0000-0000-0000000000031", Personal = "4d1f0c2e-5b63-4f0a-9e6d-000000000001", Team = "some-team";

    [Fact]
    public async Task Somebody_without_a_token_installs_writes_presses_and_removes_in_development()
    {
        await using var running = await StartAsync();

        var installed = await SendAsync(running, Shape("installationUpdate", """{"action":"add","channelData":{"settings":{"selectedChannel":{"id":"x"}}}}"""));
        var said = await SendAsync(running, Shape("message", """{"text":"helped \"Zoe Quinn\" with the move","textFormat":"plain"}"""));
        var submitted = await SendAsync(running, Shape("message", """{"replyToId":"1795","value":{"_action":"digest.mine"}}"""));
        var executed = await SendAsync(running, Shape("invoke", """{"name":"adaptiveCard/action","replyToId":"1796","value":{"action":{"type":"Action.Execute","title":"Later","verb":"nudgebot","data":{"_action":"digest.mine"}}}}"""));
        var removed = await SendAsync(running, Shape("installationUpdate", """{"action":"remove"}"""));

        Assert.Equal([200, 200, 200, 200, 200], new[] { installed, said, submitted, executed, removed }.Select(answer => answer.Status));
        Assert.Equal(200, (int)executed.Body!["statusCode"]!);
        Assert.Equal(1, await EntriesAsync(running));
    }

    [Theory]
    [InlineData("groupChat", "8c0b1f66-0000-4000-8000-000000000002", "{}")]
    [InlineData("channel", Team, """{"team":{"id":"some-team"},"channel":{"id":"some-team"}}""")]
    [InlineData("channel", $"{Team};messageid=1795374588", """{"teamsChannelId":"some-team","teamsTeamId":"some-team","team":{"id":"some-team"},"channel":{"id":"some-team"}}""")]
    public async Task The_bots_name_is_taken_out_of_what_is_said_in_a_room(string type, string conversationId, string channelData)
    {
        await using var running = await StartAsync();
        await SendAsync(running, Shape("installationUpdate", """{"action":"add"}"""));
        var shape = Shape("message", """{"text":"<at>Some Bot</at> helped \"Zoe Quinn\" with the move","entities":[{"type":"mention","mentioned":{"id":"some-bot","name":"Some Bot"},"text":"<at>Some Bot</at>"},{"type":"clientInfo","locale":"en-US","timezone":"UTC"}]}""");
        shape["conversation"] = new JsonObject { ["isGroup"] = true, ["conversationType"] = type, ["tenantId"] = Tenant, ["id"] = conversationId };
        shape["channelData"] = JsonNode.Parse(channelData);

        var answer = await SendAsync(running, shape);

        Assert.Equal(200, answer.Status);
        Assert.Equal(1, await EntriesAsync(running));
    }

    [Theory]
    [InlineData("messageReaction", """{"reactionsAdded":[{"type":"like"}],"replyToId":"1795"}""", 200)]
    [InlineData("<some-type>", "{}", 200)]
    [InlineData("conversationUpdate", """{"channelData":{"eventType":"channelRenamed","team":{"id":"some-team"},"channel":{"id":"c","name":"New"}}}""", 200)]
    [InlineData("conversationUpdate", """{"membersAdded":[{"id":"some-bot"}]}""", 200)]
    [InlineData("invoke", """{"name":"composeExtension/query","value":{"data":{"a":1},"commandId":"c"}}""", 501)]
    [InlineData("invoke", """{"name":"composeExtension/query","value":{"commandId":"person","parameters":[{"name":"initialRun","value":"true"}]}}""", 200)]
    [InlineData("invoke", """{"name":"composeExtension/queryLink","value":{"url":"https://example.com"}}""", 501)]
    public async Task What_else_it_sends_is_answered_as_the_protocol_asks(string type, string rest, int status)
    {
        await using var running = await StartAsync();
        await SendAsync(running, Shape("installationUpdate", """{"action":"add"}"""));

        Assert.Equal(status, (await SendAsync(running, Shape(type, rest))).Status);
        Assert.Equal(0, await EntriesAsync(running));
    }

    private static Task<TeamsBot> StartAsync() =>
        TeamsBot.StartAsync(new() { ["Teams:AppId"] = "", ["Teams:TenantId"] = "", ["Teams:Password"] = "", ["Teams:Anonymous"] = "true" });

    private static JsonObject Shape(string type, string rest)
    {
        var shape = new JsonObject
        {
            ["type"] = type,
            ["id"] = Path.GetRandomFileName(),
            ["channelId"] = "msteams",
            ["serviceUrl"] = "http://localhost:56150/_connector",
            ["from"] = new JsonObject { ["id"] = "user-7", ["name"] = "Robin Vale", ["aadObjectId"] = Person },
            ["recipient"] = new JsonObject { ["id"] = "some-bot", ["name"] = "Some Bot" },
            ["conversation"] = new JsonObject { ["conversationType"] = "personal", ["tenantId"] = Tenant, ["id"] = Personal },
            ["locale"] = "en-US",
            ["localTimezone"] = "UTC",
        };
        foreach (var (name, value) in JsonNode.Parse(rest)!.AsObject())
            shape[name] = value?.DeepClone();
        return shape;
    }

    private static Task<TeamsAnswer> SendAsync(TeamsBot running, JsonObject activity) => running.Teams.PostAsync(activity.ToJsonString(), null);

    private static Task<int> EntriesAsync(TeamsBot running) => running.CountAsync<Entry>(Tenant, Person);
}
