using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;

namespace NudgeBot.Nudges.Sending;

/// <summary>Draws the message with its persons, and draws it anew when something was answered.</summary>
internal sealed class NudgeCard(NudgeButtons buttons, IStringLocalizer<SendingText> text)
{
    /// <summary>A message with these persons, each with the buttons that go with the slot.</summary>
    public static Message Compose(string heading, IReadOnlyList<(NudgeItem Item, ActionRow Buttons)> persons)
    {
        List<CardElement> elements = [new Heading(heading)];
        foreach (var (item, row) in persons)
            elements.AddRange([.. elements.Count > 1 ? [new Divider()] : Array.Empty<CardElement>(), new Heading(item.Name), new Paragraph(item.Text), row]);
        return Whole(new Card(elements));
    }

    /// <summary>A suggestion whose message is not kept any more.</summary>
    public Message Alone(Suggestion suggestion, string name) => Whole(new Card(
        new Heading(name), buttons.For(new Draft(suggestion.Slot, suggestion.PersonId, name, ""), new NudgeItem(suggestion.SuggestionId, name, ""))));

    /// <summary>
    /// The same message after an answer: what became of the answered ones stands where their buttons were; the others keep theirs.
    /// </summary>
    /// <param name="turn">For the way dates are shown.</param>
    /// <param name="sent">The message as it was sent.</param>
    /// <param name="suggestions">What it suggested.</param>
    /// <param name="opened">The suggestion for which a choice is being made, with the buttons of that choice.</param>
    public Message After(Turn turn, Message sent, IReadOnlyList<Suggestion> suggestions, (Guid SuggestionId, ActionRow Choice)? opened = null)
    {
        var rows = suggestions.ToDictionary(row => row.SuggestionId);
        return Whole(new Card([.. sent.Card!.Elements.SelectMany(Draw)])) with { Replaces = true };

        IEnumerable<CardElement> Draw(CardElement element)
        {
            if (element is not ActionRow row || SuggestionValue.Read(row.Buttons[0].Value) is not { } id || !rows.TryGetValue(id, out var suggestion))
                return [element];
            if (suggestion.Answer != Answer.None)
                return Outcome(turn, suggestion, row.Buttons[0].About);
            return [opened is { } choice && choice.SuggestionId == id ? choice.Choice : row];
        }
    }

    private IEnumerable<CardElement> Outcome(Turn turn, Suggestion suggestion, string? name)
    {
        yield return new Quiet(text[$"done.{suggestion.Answer}", name ?? "", suggestion.AnsweredOn is { } on ? turn.Show(on) : ""]);
        if (suggestion.RecordId is not null)
            yield return new ActionRow(buttons.TakeBack(suggestion.SuggestionId, name));
    }

    /// <summary>The names over the persons help the eye; in the plain text every sentence names its person already.</summary>
    private static Message Whole(Card card) => new(
        string.Join('\n', card.Elements.Select((element, place) => element switch
        {
            Heading heading => place == 0 ? heading.Text : "",
            Paragraph paragraph => paragraph.Text,
            Quiet quiet => quiet.Text,
            _ => "",
        }).Where(line => line.Length > 0)),
        card);
}
