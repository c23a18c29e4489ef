using System.Text.Json.Nodes;
using NudgeBot.Tests.Support;
using NudgeBot.Tests.Support.Teams;

namespace NudgeBot.Tests.Channels.Teams;

/// <summary>
/// Everything that NudgeBot says in Teams, held against Microsoft's published types, schemas and reader of cards, and against the limits that
/// stand in none of them.
/// </summary>
public sealed class PublishedTypesTests
{
    private const string Parties = "Omit<bot.ConversationParameters, 'bot' | 'members'> & { bot: Pick<bot.ChannelAccount, 'id'>; members: Pick<bot.ChannelAccount, 'id'>[] }";

    private const string Said = "Omit<bot.AdaptiveCardInvokeResponse, 'value'> & { value: string }";

    [Theory]
    [InlineData("en-US")]
    [InlineData("de-DE")]
    public async Task What_is_said_in_Teams_is_as_Microsoft_publishes_it(string locale)
    {
        var real = await RealActivities.PlayAsync(locale);
        var cards = real.AllCards.Index().Select(one => (Name: $"card {one.Index} {Head(one.Item)}", Json: one.Item)).ToList();

        var types = await Peers.TypeCheckAsync(
        [
            .. real.Activities.Index().Select(one => ($"activity {one.Index}", "Partial<bot.Activity>", one.Item.ToJsonString())),
            .. real.Opened.Index().Select(one => ($"opening {one.Index}", Parties, one.Item.ToJsonString())),
            .. real.Answers.Index().Select(one => ($"answer {one.Index}", AnswerType(one.Item), one.Item.ToJsonString())),
            .. cards.Select(card => (card.Name, "cards.IAdaptiveCard", card.Json.ToJsonString())),
        ]);
        var read = await Peers.CheckTeamsAsync(
        [
            .. real.Activities.Index().Select(one => ($"activity {one.Index}", "activity", (JsonNode)one.Item)),
            .. cards.Select(card => (card.Name, "card", (JsonNode)card.Json)),
        ]);

        Assert.True(cards.Count > 30, $"Only {cards.Count} cards were looked at.");
        Assert.Equal(["composeExtension", "statusCode", "task"], real.Answers.Select(answer => answer.First().Key).Distinct().Order(StringComparer.Ordinal));
        Assert.Empty(types);
        Assert.Empty(read);
        Assert.Empty(cards.SelectMany(card => CardRules.Faults(card.Json).Select(fault => $"{card.Name}: {fault}")));
    }

    [Fact]
    public async Task The_checkers_name_what_is_wrong()
    {
        var card = """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlok","text":"x"},{"type":"Input.Text","label":"a","labelWidth":"20px"},{"type":"ActionSet","actions":[{"type":"Action.Exec","title":"x"}]},{"type":"TextBlock","text":"a","size":"hugee"}]}""";
        var types = await Peers.TypeCheckAsync(
        [
            ("an activity", "Partial<bot.Activity>", """{"type":"message","txt":"x"}"""),
            ("an attachment", "Partial<bot.Activity>", """{"type":"message","attachments":[{"content":{}}]}"""),
            ("a task", "bot.TaskModuleResponse", """{"task":{"type":"continue","value":{"titel":"x"}}}"""),
            ("a card", "cards.IAdaptiveCard", """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlok","text":"x"}]}"""),
        ]);
        var read = await Peers.CheckTeamsAsync(
            [("a card", "card", JsonNode.Parse(card)!), ("an activity", "activity", JsonNode.Parse("""{"type":"message","text":5}""")!), ("a press", "action", JsonNode.Parse("""{"type":"Action.Execute"}""")!)]);

        Assert.All(new[] { "an activity", "an attachment", "a task", "a card" }, name => Assert.Contains(types, line => line.StartsWith($"{name}: ", StringComparison.Ordinal)));
        Assert.All(
            new[] { "a card: Unknown element type \"TextBlok\"", "a card: Unknown action type \"Action.Exec\"", "a card: Invalid value \"hugee\"", "a card: Input.Text has no property labelWidth in version 1.5", "a card: All inputs must have a unique Id", "an activity: text", "a press: verb" },
            fault => Assert.Contains(read, line => line.StartsWith(fault, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("""{"type":"TextBlock","text":" "}""", "a text is empty")]
    [InlineData("""{"type":"Image","url":"data:,"}""", "a picture has no words")]
    [InlineData("""{"type":"Input.Text","id":"a"}""", "an input has no id or no label")]
    [InlineData("""{"type":"Input.Text","id":"a","label":"a","isRequired":true}""", "a is required and does not say so when it is empty")]
    [InlineData("""{"type":"Input.ChoiceSet","id":"a","label":"a","value":"y","choices":[{"title":"x","value":"x"}]}""", "a holds what cannot be chosen")]
    [InlineData("""{"type":"ActionSet","actions":[{"type":"Action.Submit","title":"x"}]}""", "the button x carries nothing, or what an input's value would overwrite")]
    public void The_rules_name_what_is_wrong(string element, string fault)
    {
        var card = new JsonObject { ["type"] = "AdaptiveCard", ["version"] = "1.5", ["body"] = new JsonArray(JsonNode.Parse(element)) };

        Assert.Equal([fault], CardRules.Faults(card));
    }

    private static string AnswerType(JsonObject answer) => answer switch
    {
        _ when answer.ContainsKey("task") => "bot.TaskModuleResponse",
        _ when answer.ContainsKey("composeExtension") => "bot.MessagingExtensionResponse",
        _ when (string?)answer["type"] == "application/vnd.microsoft.activity.message" => Said,
        _ => "bot.AdaptiveCardInvokeResponse",
    };

    private static string Head(JsonObject card) => TeamsPost.WordsOf(card).FirstOrDefault() ?? "";
}
