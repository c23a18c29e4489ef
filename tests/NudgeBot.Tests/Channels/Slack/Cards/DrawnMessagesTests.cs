using System.Text.Json;
using NudgeBot.Channels.Slack.Cards;
using NudgeBot.Channels.Slack.Out;
using NudgeBot.Chat;
using NudgeBot.Tests.Support;

namespace NudgeBot.Tests.Channels.Slack.Cards;

public sealed class DrawnMessagesTests
{
    [Fact]
    public async Task Real_messages_are_drawn_as_they_were_looked_at()
    {
        var played = await RealMessages.PlayAsync();

        var home = AnyCards.Json(SlackWriter.Home(await RealMessages.HomeAsync()));

        Snapshots.Compare([.. played.SelectMany(one => Draw(one.Name, one.Message)), ("home", home)]);
    }

    [Fact]
    public async Task Everything_that_is_drawn_has_Slacks_published_types()
    {
        var drawn = (await RealMessages.PlayAsync()).SelectMany(one => Draw(one.Name, one.Message)).Append((Name: "chart", Drawn: Chart())).ToList();

        var faults = await Peers.TypeCheckAsync(
            drawn.Where(one => one.Drawn.TryGetProperty("response_type", out _)).Select(one => (one.Name, "KnownBlock[]", one.Drawn.GetProperty("blocks").GetRawText()))
                .Concat(drawn.Where(one => one.Drawn.TryGetProperty("callback_id", out _)).Select(one => (one.Name, "ModalView", one.Drawn.GetRawText())))
                .Append(("home", "HomeView", AnyCards.Json(SlackWriter.Home(await RealMessages.HomeAsync())).GetRawText())));

        Assert.Empty(faults);
    }

    private static JsonElement Chart() => Draw("", new Message("Your circle.", new Card(new Picture(new FileContent("circle.png", "image/png", [1]), "Ana: fresh."))), "F1").Single().Drawn;

    private static IEnumerable<(string Name, JsonElement Drawn)> Draw(string name, Message message, params IReadOnlyList<string?> pictures) => message.Form is not null
        ? [(name, AnyCards.Json(SlackForms.Write(message, new(Conversation.With("D1")))))]
        : SlackWriter.Write(message, pictures).Select((page, place) => (
            place == 0 ? name : $"{name}-{place + 1}",
            JsonSerializer.SerializeToElement(SlackResponse.Of(page), SlackJson.Default.SlackResponse)));
}
