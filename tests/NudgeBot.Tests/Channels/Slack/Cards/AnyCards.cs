using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using NudgeBot.Channels.Slack.Cards;
using NudgeBot.Channels.Slack.Out;
using NudgeBot.Chat;
using NudgeBot.Tests.Support.Slack.Blocks;

namespace NudgeBot.Tests.Channels.Slack.Cards;

/// <summary>Makes cards of any shape and length, with words that are hard to draw.</summary>
internal static class AnyCards
{
    private static readonly string[] Bits =
        ["a", "word ", "\n", "& ", "<@U012ABC>", "<!channel>", "https://example.com/a_b?c=d&e=f|g", "*stars*", "👩‍👩‍👧‍👦", "e\u0301", "Grüße ", "\ud83d\ude00", ">", " ", "ﷺ"];

    /// <summary>Words of up to about so many characters, often none and often very many.</summary>
    public static Gen<string> Words(int most) =>
        Gen.Select(Gen.Int[0, Bits.Length - 1].Select(bit => Bits[bit]).Array[1, 12], Gen.OneOf(Gen.Int[0, 3], Gen.Int[0, most / 20]), (bits, times) =>
        {
            var text = new StringBuilder();
            for (var at = 0; at < times; at++)
                text.AppendJoin("", bits);
            return text.ToString();
        });

    /// <summary>Cards with up to so many parts. Values of buttons keep to the 2,000 characters that they may have.</summary>
    public static Gen<Card> Any(int parts) => Element.Array[0, parts].Select(elements => new Card(elements));

    public static JsonElement Json(SlackMessage message) => JsonSerializer.SerializeToElement(message.Blocks, SlackJson.Default.IReadOnlyListSlackBlock);

    public static JsonElement Json(SlackView view) => JsonSerializer.SerializeToElement(view, SlackJson.Default.SlackView);

    /// <summary>What Slack would find wrong with a message's blocks.</summary>
    public static IReadOnlyList<string> Faults(SlackMessage message)
    {
        Faults faults = [];
        BlockRules.Check(JsonArray.Create(Json(message))!, "message", faults);
        return [.. faults.Select(fault => fault.ToString()), .. Torn(Json(message))];
    }

    /// <summary>What Slack would find wrong with a modal or a Home tab.</summary>
    public static IReadOnlyList<string> Faults(SlackView view)
    {
        Faults faults = [];
        ViewRules.Check(JsonObject.Create(Json(view))!, faults);
        return [.. faults.Select(fault => fault.ToString()), .. Torn(Json(view))];
    }

    /// <summary>What comes back when each button and each option of a menu is pressed, in their order.</summary>
    public static IEnumerable<(string ActionId, string? Value)> Pressed(JsonElement blocks) =>
        from block in blocks.EnumerateArray()
        from element in block.TryGetProperty("accessory", out var accessory) ? [accessory] : block.GetProperty("type").GetString() == "actions" ? block.GetProperty("elements").EnumerateArray().ToArray() : []
        let id = element.GetProperty("action_id").GetString()
        from pressed in element.GetProperty("type").GetString() == "overflow"
            ? element.GetProperty("options").EnumerateArray().Select(option => SlackActions.Read(id, null, option.GetProperty("value").GetString()))
            : [SlackActions.Read(id, element.TryGetProperty("value", out var value) ? value.GetString() : null, null)]
        select pressed.Value;

    /// <summary>Texts in which a character was cut in half: JSON holds the half as a replacement character, or not at all.</summary>
    private static IEnumerable<string> Torn(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => Torn(member.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Torn),
        JsonValueKind.String when json.GetString()!.Contains('\ufffd', StringComparison.Ordinal) => ["a character was cut in half"],
        _ => [],
    };

    private static Gen<Button> Button { get; } = Gen.Select(
        Gen.OneOf(Gen.Const("undo"), Gen.Const("nudge.snooze"), Gen.Const("circle.rest")), Words(300), Gen.OneOf(Gen.Const("")!, Gen.Const("4b6f|2"), Gen.String[0, 90].Select(text => text.Replace("|", "", StringComparison.Ordinal))),
        Gen.Enum<ButtonStyle>(), Gen.Bool, Words(200),
        (id, label, value, style, more, about) => new Button(id, label, value, style, more, about));

    private static Gen<CardElement> Element { get; } = Gen.OneOf<CardElement>(
        Words(400).Select(text => (CardElement)new Heading(text)),
        Words(9000).Select(text => (CardElement)new Paragraph(text)),
        Words(4000).Select(text => (CardElement)new Quiet(text)),
        Gen.Select(Words(200), Words(4000), (label, text) => new Fact(label, text)).Array[0, 20].Select(facts => (CardElement)new Facts(facts)),
        Gen.Const<CardElement>(new Divider()),
        Words(3000).Select(text => (CardElement)new Picture(new FileContent("chart.png", "image/png", [1]), text.Length == 0 ? "A chart" : text)),
        Button.Array[0, 60].Select(buttons => (CardElement)new ActionRow(buttons)));
}
