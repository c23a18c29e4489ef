using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using NudgeBot.Channels.Slack.Cards;
using NudgeBot.Chat;

namespace NudgeBot.Tests.Channels.Slack.Cards;

public sealed class SlackFormsTests
{
    private static readonly Gen<Field> AnyField = Gen.Select(Gen.Int[0, 5], AnyCards.Words(3000), AnyCards.Words(5000), Gen.Bool, Gen.Int[0, 300], Gen.Bool, (kind, label, value, optional, count, several) => (Field)(kind switch
    {
        0 => new TextField("", label, value, optional, value, several, count * 20),
        1 => new DateField("", label, several ? "2026-05-12" : value, optional, label),
        2 => new TimeField("", label, several ? "09:30" : value, optional),
        3 => new PersonField("", label, several ? "<@U1>" : value, optional),
        _ => new ChoiceField("", label, [.. Enumerable.Range(0, count).Select(number => new Option($"v{number}", $"{label}{number}"))], several ? "v1,v2,v250" : "v2", optional, Several: several),
    }));

    [Fact]
    public void Any_form_is_within_Slacks_limits() =>
        Gen.Select(AnyCards.Words(9000), Gen.String[0, 900], AnyCards.Words(100), AnyField.Array[1, 30]).Sample((text, value, title, fields) =>
        {
            var form = new Form("some.form", title, title, value, [.. fields.Select((field, place) => field with { Id = $"f{place}" })]);

            var drawn = SlackForms.Write(new Message($"x{text}", Form: form), new(Conversation.InChannel("C1"), "C1:1.2", new string('x', 400)));

            Assert.Empty(AnyCards.Faults(drawn));
            Assert.Equal(
                fields.Count(field => field is not ChoiceField { Options.Count: 0 }),
                AnyCards.Json(drawn).GetProperty("blocks").EnumerateArray().Count(block => block.GetProperty("type").GetString() == "input"));
        }, iter: 200);

    [Fact]
    public void What_a_form_carries_comes_back_with_what_was_filled_in()
    {
        var form = new Form("nudge.helped.form", "I helped", "Save", "4b6f \"x\" ü", [new TextField("what", "What?"), new DateField("when", "When?")]);
        var place = new SlackFormPlace(Conversation.With("D1"), "D1:1764000000.000100", "sealed");
        var view = JsonNode.Parse(AnyCards.Json(SlackForms.Write(new Message("With what?", Form: form), place)).GetRawText())!;
        view["state"] = JsonNode.Parse("""
            {"values":{
              "what":{"input":{"type":"plain_text_input","value":"the deck"}},
              "when":{"input":{"type":"datepicker","selected_date":"2026-05-12"}},
              "at":{"input":{"type":"timepicker","selected_time":"09:30"}},
              "day":{"input":{"type":"static_select","selected_option":{"text":{"type":"plain_text","text":"Monday"},"value":"Monday"}}},
              "yes":{"input":{"type":"radio_buttons","selected_option":{"value":"yes"}}},
              "who":{"person":{"type":"external_select","selected_option":{"value":"<@U1>"}}},
              "off":{"input":{"type":"checkboxes","selected_options":[{"value":"Saturday"},{"value":"Sunday"}]}},
              "none":{"input":{"type":"checkboxes","selected_options":[]}},
              "empty":{"input":{"type":"plain_text_input","value":null}},
              "unpicked":{"input":{"type":"static_select","selected_option":null}},
              "odd":{"input":{"type":"rich_text_input","rich_text_value":{}}}
            }}
            """);

        var read = SlackForms.Read(JsonSerializer.SerializeToElement(view))!;

        Assert.Equal(("nudge.helped.form", "4b6f \"x\" ü", place), (read.ActionId, read.Value, read.Place));
        Assert.Equal(
            [("at", "09:30"), ("day", "Monday"), ("none", ""), ("off", "Saturday,Sunday"), ("what", "the deck"), ("when", "2026-05-12"), ("who", "<@U1>"), ("yes", "yes")],
            read.Fields.Select(field => (field.Key, field.Value)).Order());
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"callback_id":""}""")]
    [InlineData("""[]""")]
    [InlineData("null")]
    public void What_is_no_form_of_ours_is_not_read(string view) => Assert.Null(SlackForms.Read(JsonDocument.Parse(view).RootElement));

    [Theory]
    [InlineData("""{"callback_id":"a","private_metadata":"{","state":{"values":[]}}""")]
    [InlineData("""{"callback_id":"a","private_metadata":"","state":{"values":{"x":[],"y":{"z":5}}}}""")]
    [InlineData("""{"callback_id":"a","private_metadata":"[1]","state":null}""")]
    public void A_broken_form_is_read_as_empty(string view)
    {
        var read = SlackForms.Read(JsonDocument.Parse(view).RootElement)!;

        Assert.Equal("a", read.ActionId);
        Assert.Null(read.Value);
        Assert.Empty(read.Fields);
        Assert.Equal(new SlackFormPlace(), read.Place);
    }

    [Theory]
    [InlineData(2, false, false, "radio_buttons")]
    [InlineData(2, false, true, "static_select")]
    [InlineData(7, false, false, "static_select")]
    [InlineData(5, true, false, "checkboxes")]
    [InlineData(7, true, false, "multi_static_select")]
    [InlineData(101, false, false, "static_select")]
    public void A_choice_is_drawn_by_how_much_there_is_to_choose(int count, bool several, bool optional, string type)
    {
        var field = new ChoiceField("x", "X", [.. Enumerable.Range(0, count).Select(number => new Option($"{number}", $"No. {number}"))], Optional: optional, Several: several);

        var view = AnyCards.Json(SlackForms.Write(new Message("…", Form: new Form("a", "A", "Save", null, [field])), new()));

        Assert.Equal(type, view.GetProperty("blocks")[1].GetProperty("element").GetProperty("type").GetString());
    }

    [Fact]
    public void What_the_fields_show_is_not_said_above_them_again()
    {
        var form = new Form("a", "Settings", "Save", null, [new TextField("day", "Day of the nudge", "Tuesday")]);

        var listed = AnyCards.Json(SlackForms.Write(new Message("Your settings:\nDay of the nudge: Tuesday", Form: form), new()));
        var wrong = AnyCards.Json(SlackForms.Write(new Message("There is no day Tuseday.", Form: form), new()));

        Assert.Equal(1, listed.GetProperty("blocks").GetArrayLength());
        Assert.Equal("There is no day Tuseday.", wrong.GetProperty("blocks")[0].GetProperty("text").GetProperty("text").GetString());
    }

    [Fact]
    public void A_person_who_is_there_from_the_start_is_shown_by_name()
    {
        var form = new Form("a", "A", "Save", null, [new PersonField("who", "Who?", "<@U1>")]);

        var view = AnyCards.Json(SlackForms.Write(new Message("…", Form: form), new(), new Dictionary<string, string> { ["U1"] = "Ana Ruiz" }));

        var element = view.GetProperty("blocks")[1].GetProperty("element");
        Assert.Equal(("person", "Ana Ruiz", "<@U1>"), (
            element.GetProperty("action_id").GetString(), element.GetProperty("initial_option").GetProperty("text").GetProperty("text").GetString(),
            element.GetProperty("initial_option").GetProperty("value").GetString()));
    }
}
