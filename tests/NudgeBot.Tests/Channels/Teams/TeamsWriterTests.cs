using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using NudgeBot.Channels.Teams.Cards;
using NudgeBot.Chat;
using NudgeBot.Tests.Support.Teams;

namespace NudgeBot.Tests.Channels.Teams;

public sealed class TeamsWriterTests
{
    [Fact]
    public void Any_card_is_within_Teams_limits_and_its_buttons_come_back() =>
        Slack.Cards.AnyCards.Any(30).Sample(card =>
        {
            var drawn = TeamsWriter.Write(new Message("It says everything.", card), _ => false).Select(Json).ToList();

            Assert.Empty(drawn.SelectMany(CardRules.Faults));
            Assert.Equal(
                card.Buttons.Select(button => (button.ActionId, string.IsNullOrEmpty(button.Value) ? null : button.Value)).Order(),
                drawn.SelectMany(TeamsPost.Actions).Where(action => (string?)action["type"] == "Action.Execute")
                    .Select(action => TeamsActions.Read(JsonSerializer.SerializeToElement(action["data"]))!.Value).Select(read => (read.ActionId, read.Value)).Order());
        }, iter: 150);

    private static JsonObject Json(TeamsCard card) => (JsonObject)JsonSerializer.SerializeToNode(card, TeamsCardJson.Default.TeamsCard)!;
}
