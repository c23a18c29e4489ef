using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Channels.Slack.Bolt;

/// <summary>The check of JSON against Slack's published types can fail.</summary>
public sealed class TypeCheckTests
{
    [Fact]
    public async Task Right_payloads_pass()
    {
        var wrong = await Peers.TypeCheckAsync(
        [
            ("a message", "KnownBlock[]", """[{"type":"divider"},{"type":"section","text":{"type":"mrkdwn","text":"*Ana*"}}]"""),
            ("its arguments", "ChatPostMessageArguments", """{"channel":"C1","text":"Ana","metadata":{"event_type":"nudge_delivery","event_payload":{"id":"7f"}}}"""),
            ("a modal", "ModalView", """{"type":"modal","title":{"type":"plain_text","text":"Settings"},"blocks":[]}"""),
            ("a Home tab", "HomeView", """{"type":"home","blocks":[]}"""),
            ("a manifest", "Manifest", """{"display_information":{"name":"NudgeBot"},"settings":{"event_subscriptions":{"bot_events":["app_home_opened"]}}}"""),
        ]);

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("KnownBlock[]", """[{"type":"divder"}]""")]
    [InlineData("KnownBlock[]", """[{"type":"actions","elements":[{"type":"button","action_id":"a","style":"loud","text":{"type":"plain_text","text":"x"}}]}]""")]
    [InlineData("ChatPostMessageArguments", """{"text":"no channel"}""")]
    [InlineData("ViewsOpenArguments", """{"trigger_id":"1","view":{"type":"modal","blocks":[]}}""")]
    [InlineData("ModalView", """{"type":"modal","titel":"x","blocks":[]}""")]
    [InlineData("Manifest", """{"display_information":{"nmae":"NudgeBot"}}""")]
    public async Task Wrong_payloads_are_named(string type, string json)
    {
        var wrong = await Peers.TypeCheckAsync([("the odd one", type, json)]);

        Assert.Contains(wrong, line => line.StartsWith("the odd one: ", StringComparison.Ordinal));
    }
}
