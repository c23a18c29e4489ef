using System.Text.Json.Nodes;
using NudgeBot.Tests.Support.Slack;

namespace NudgeBot.Tests.Channels.Slack.Fake;

/// <summary>Blocks past Slack's limits are refused with the place.</summary>
public sealed class BlockTests
{
    public static TheoryData<string, string> Wrong => new()
    {
        { """[{"type":"divder"}]""", "unsupported type: divder [json-pointer:/blocks/0/type]" },
        { """[{"type":"section"}]""", "missing required field: text [json-pointer:/blocks/0]" },
        { """[{"type":"section","text":{"type":"mrkdwn","text":""}}]""", "must be more than 0 characters [json-pointer:/blocks/0/text/text]" },
        { """[{"type":"divider","tip":1}]""", "invalid additional property: tip [json-pointer:/blocks/0]" },
        { """[{"type":"divider","block_id":"a"},{"type":"divider","block_id":"a"}]""", "`block_id` already exists for another block: a [json-pointer:/blocks/1/block_id]" },
        { """[{"type":"header","text":{"type":"plain_text","text":"LONG"}}]""".Replace("LONG", new string('x', 151), StringComparison.Ordinal), "must be less than 151 characters [json-pointer:/blocks/0/text/text]" },
        { """[{"type":"header","text":{"type":"mrkdwn","text":"x"}}]""", "unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]" },
        { Actions(Button("a", "x"), Button("a", "y")), "`action_id` already exists for another element: a [json-pointer:/blocks/0/elements/1/action_id]" },
        { Actions(Button("a", new string('x', 76))), "must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]" },
        { Actions([.. Enumerable.Range(0, 26).Select(at => Button($"a{at}", "x"))]), "no more than 25 items allowed [json-pointer:/blocks/0/elements]" },
        { $"[{string.Join(',', Enumerable.Repeat("""{"type":"divider"}""", 51))}]", "no more than 50 items allowed [json-pointer:/blocks]" },
        { Actions("""{"type":"plain_text_input","action_id":"a"}"""), "unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0/type]" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Wrong_blocks_are_refused_with_their_place(string blocks, string error)
    {
        await using var slack = await FakeSlack.StartAsync();

        var answer = await slack.FormAsync("chat.postMessage", ("channel", "C1"), ("text", "x"), ("blocks", blocks));

        Assert.Equal("invalid_blocks", answer.Error());
        Assert.Contains(error, answer.GetProperty("errors").EnumerateArray().Select(one => one.GetString()));
        Assert.Empty(slack.Messages("C1"));
    }

    [Fact]
    public async Task Without_text_or_blocks_there_is_no_message()
    {
        await using var slack = await FakeSlack.StartAsync();

        var none = await slack.CallAsync("chat.postMessage", new() { ["channel"] = "C1" });
        var posted = await slack.CallAsync("chat.postMessage", new() { ["channel"] = "C1", ["text"] = "x" });
        var tooLong = await slack.CallAsync("chat.update", new() { ["channel"] = "C1", ["ts"] = posted.GetProperty("ts").GetString(), ["text"] = new string('x', 4001) });

        Assert.Equal(["no_text", "msg_too_long"], [none.Error(), tooLong.Error()]);
    }

    [Fact]
    public async Task A_Home_tab_takes_a_hundred_blocks_and_no_title()
    {
        await using var slack = await FakeSlack.StartAsync();

        var good = await slack.CallAsync("views.publish", new() { ["user_id"] = "U1", ["view"] = Home(100) });
        var long_ = await slack.CallAsync("views.publish", new() { ["user_id"] = "U1", ["view"] = Home(101) });
        var large = await slack.CallAsync("views.publish", new() { ["user_id"] = "U1", ["view"] = Home(100, 2600) });

        Assert.Null(good.Error());
        Assert.Equal(["invalid_arguments", "view_too_large"], [long_.Error(), large.Error()]);
        Assert.Equal(100, slack.Home("U1")!.Json.GetProperty("blocks").GetArrayLength());
    }

    private static JsonObject Home(int blocks, int length = 1) => new()
    {
        ["type"] = "home",
        ["blocks"] = new JsonArray([.. Enumerable.Range(0, blocks).Select(_ => (JsonNode)FakeCalls.Section(new string('x', length)))]),
    };

    private static string Actions(params string[] elements) => $$"""[{"type":"actions","elements":[{{string.Join(',', elements)}}]}]""";

    private static string Button(string id, string text) => $$$"""{"type":"button","action_id":"{{{id}}}","text":{"type":"plain_text","text":"{{{text}}}"}}""";
}
