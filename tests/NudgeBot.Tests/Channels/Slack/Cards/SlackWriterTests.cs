using CsCheck;
using NudgeBot.Channels.Slack.Cards;
using NudgeBot.Chat;

namespace NudgeBot.Tests.Channels.Slack.Cards;

public sealed class SlackWriterTests
{
    [Fact]
    public void An_address_that_is_too_long_ends_between_characters() => Assert.DoesNotContain(
        SlackWords.Rich($"https://x{string.Concat(Enumerable.Repeat("😀", 1100))}").OfType<SlackLink>(), link => char.IsHighSurrogate(link.Url[^1]));

    [Fact]
    public void Any_card_however_long_is_within_Slacks_limits() =>
        Gen.Select(AnyCards.Words(20_000), AnyCards.Any(40)).Sample((text, card) =>
        {
            var messages = SlackWriter.Write(new Message($"Something. {text}", card), "F1");

            Assert.NotEmpty(messages);
            Assert.Empty(messages.SelectMany(AnyCards.Faults));
            Assert.All(messages, message => Assert.InRange(message.Text.Length, 1, 4000));
        }, iter: 100);

    [Fact]
    public void No_button_is_lost_on_the_way_out_and_back() =>
        AnyCards.Any(30).Sample(card =>
        {
            var pressed = SlackWriter.Write(new Message("Something.", card)).SelectMany(message => AnyCards.Pressed(AnyCards.Json(message))).ToList();

            var made = card.Buttons.Select(button => (button.ActionId, Value: string.IsNullOrEmpty(button.Value) ? null : button.Value));
            Assert.Equal(made.Order(), pressed.Select(one => (one.ActionId, one.Value)).Order());
        }, iter: 100);

    [Fact]
    public void No_word_of_a_long_paragraph_is_lost()
    {
        var text = string.Join(' ', Enumerable.Range(0, 9000).Select(number => $"w{number}"));

        var messages = SlackWriter.Write(new Message("Long.", new Card(new Paragraph(text))));

        var shown = messages.SelectMany(message => AnyCards.Json(message).EnumerateArray()).Select(block => block.GetProperty("text").GetProperty("text").GetString());
        Assert.Equal(text, string.Join(' ', shown));
        Assert.True(messages.Count > 1);
    }

    [Fact]
    public void A_Home_tab_however_full_is_within_Slacks_limits() =>
        AnyCards.Any(60).Sample(card => Assert.Empty(AnyCards.Faults(SlackWriter.Home(new Card([new Heading("Your circle"), .. card.Elements]), "F1"))), iter: 100);

    [Fact]
    public void A_message_without_a_card_is_drawn_as_its_text()
    {
        var message = Assert.Single(SlackWriter.Write(new Message("Stored: you helped Bob *twice* & more.")));

        Assert.Equal("Stored: you helped Bob *twice* &amp; more.", message.Text);
        var section = Assert.Single(AnyCards.Json(message).EnumerateArray());
        Assert.Equal("""{"type":"plain_text","text":"Stored: you helped Bob *twice* \u0026 more."}""", section.GetProperty("text").GetRawText());
    }

    [Fact]
    public void Words_that_would_call_everybody_are_only_words()
    {
        var message = Assert.Single(SlackWriter.Write(new Message("<!channel> <!here> <#C1> <@U1> & <@U2|x>")));

        Assert.Equal("&lt;!channel&gt; &lt;!here&gt; &lt;#C1&gt; <@U1> &amp; &lt;@U2|x&gt;", message.Text);
    }

    [Fact]
    public void A_mention_is_drawn_as_the_account_and_an_address_as_a_link()
    {
        var message = Assert.Single(SlackWriter.Write(new Message("<@U1> is at (https://example.com/a_b).")));

        var parts = AnyCards.Json(message)[0].GetProperty("elements")[0].GetProperty("elements").EnumerateArray().Select(part => part.GetRawText());
        Assert.Equal(
        [
            """{"type":"user","user_id":"U1"}""", """{"type":"text","text":" is at ("}""",
            """{"type":"link","url":"https://example.com/a_b"}""", """{"type":"text","text":")."}""",
        ], parts);
    }

    [Fact]
    public void A_single_button_stands_beside_what_it_is_about()
    {
        var card = new Card(new Paragraph("Ana: looking for a QA lead"), new ActionRow(new Button("ask.help", "I can help", "7")));

        var block = Assert.Single(AnyCards.Json(Assert.Single(SlackWriter.Write(new Message("…", card)))).EnumerateArray());

        Assert.Equal("ask.help:0", block.GetProperty("accessory").GetProperty("action_id").GetString());
    }

    [Fact]
    public void More_goes_into_a_menu_and_a_lone_one_stands_with_the_others()
    {
        var two = new Card(new ActionRow(new Button("a", "A", "1"), new Button("b", "B", "2", More: true), new Button("c", "C", More: true)));
        var one = new Card(new ActionRow(new Button("a", "A", "1"), new Button("b", "B", "2", More: true)));

        Assert.Equal(["button", "overflow"], Types(two));
        Assert.Equal(["button", "button"], Types(one));

        static IEnumerable<string?> Types(Card card) => AnyCards.Json(SlackWriter.Write(new Message("…", card))[0])[0].GetProperty("elements").EnumerateArray().Select(element => element.GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("undo:0", "7", null, "undo", "7")]
    [InlineData("nudge.say:12", null, null, "nudge.say", null)]
    [InlineData("more:0", null, "circle.rest|4b|6f", "circle.rest", "4b|6f")]
    [InlineData("more:1", null, "mutual.on", "mutual.on", null)]
    public void What_was_pressed_is_read(string actionId, string? value, string? selected, string action, string? read) =>
        Assert.Equal((action, read), SlackActions.Read(actionId, value, selected));

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("", null, null)]
    [InlineData("undo", "7", null)]
    [InlineData("undo:", "7", null)]
    [InlineData("undo:x", "7", null)]
    [InlineData(":1", "7", null)]
    [InlineData("more:0", "undo|7", null)]
    [InlineData("more:0", null, "|7")]
    [InlineData("more:0", null, "")]
    public void What_was_never_written_is_not_read(string? actionId, string? value, string? selected) =>
        Assert.Null(SlackActions.Read(actionId, value, selected));
}
