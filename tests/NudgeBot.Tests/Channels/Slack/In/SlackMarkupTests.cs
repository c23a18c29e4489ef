using NudgeBot.Channels.Slack.In;

namespace NudgeBot.Tests.Channels.Slack.In;

public sealed class SlackMarkupTests
{
    [Theory]
    // Accounts, as clients of different ages write them.
    [InlineData("helped <@U2|bob> with it", "helped <@U2> with it")]
    [InlineData("helped <@U2> with it", "helped <@U2> with it")]
    [InlineData("helped <@W2|> with it", "helped <@W2> with it")]
    // Somebody from another workspace stays a name.
    [InlineData("helped <@U9> with it", "helped \"Zoe Zed\" with it")]
    // Channels; a private one has an empty label.
    [InlineData("post in <#C1|general>", "post in #general")]
    [InlineData("post in <#C9|>", "post in #C9")]
    [InlineData("post in <#C9>", "post in #C9")]
    // Addresses.
    [InlineData("see <https://example.com/a?b=1&amp;c=2>", "see https://example.com/a?b=1&c=2")]
    [InlineData("see <https://example.com|example.com>", "see https://example.com")]
    [InlineData("helped <mailto:ana@example.com|ana@example.com> with it", "helped ana@example.com with it")]
    [InlineData("call <tel:+491234|+49 1234>", "call +49 1234")]
    // Groups and dates.
    [InlineData("tell <!here> and <!subteam^S1|@team> and <!subteam^S2>", "tell @here and @team and @S2")]
    [InlineData("on <!date^1392734382^{date}|18 Feb>", "on 18 Feb")]
    // Escaped signs, each once.
    [InlineData("a &lt; b &amp;&amp; c &gt; d &amp;lt;", "a < b && c > d &lt;")]
    [InlineData("no < sign", "no < sign")]
    [InlineData("", "")]
    public void Slacks_signs_become_what_was_meant(string sent, string meant) =>
        Assert.Equal(meant, SlackMarkup.Read(sent, new Dictionary<string, string> { ["U9"] = "Zoe Zed" }));

    [Fact]
    public void Mentions_are_found_once_each() => Assert.Equal(["U2", "W3"], SlackMarkup.Mentions("<@U2|bob> <@W3> <#C1|x> <@U2>"));
}
