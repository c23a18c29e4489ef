using Humanizer;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.People;

namespace NudgeBot.Circle;

/// <summary>Says in one line where a person stands in the circle, and confirms changes of it with a button that puts them back.</summary>
internal sealed class CircleWords(IStringLocalizer<CircleText> text)
{
    /// <summary>Where a person stands, with everything that is kept about it.</summary>
    public string Place(Person person, Standing? standing) => standing switch
    {
        null => text["place.out", person.Name],
        { HasSeat: false } => text["place.rest", person.Name],
        _ => Join(text[$"place.{standing.Ring}", person.Name], standing),
    };

    /// <summary>What changed for somebody who keeps a seat.</summary>
    public string Changed(Person person, Standing before, Standing after)
    {
        List<string> parts = [];
        if (before.Ring != after.Ring)
            parts.Add(text["changed", Ring(after.Ring), Ring(before.Ring)]);
        if (before.Cadence != after.Cadence)
            parts.Add(before.Cadence is null ? Cadence(after.Cadence!) : text["changed", Cadence(after.Cadence!), Cadence(before.Cadence)]);
        if (before.Reason != after.Reason)
            parts.Add(before.Reason.Length == 0 ? text["because", after.Reason] : text["changed.reason", after.Reason, before.Reason]);
        return text["changed.line", person.Name, string.Join(", ", parts)];
    }

    public string Ring(Ring ring) => text[$"ring.{ring}"];

    /// <summary>A cadence in the member's language; it is kept as the English phrase.</summary>
    public string Cadence(string phrase) =>
        Commands.Grammar.Cadence.Read(phrase) is { Ok: true, Value: var cadence }
            ? text[$"cadence.{cadence.Unit}{(cadence.Count == 1 ? "" : "s")}", cadence.Count]
            : phrase;

    /// <summary>How long ago something was, such as "2 months ago".</summary>
    public string Ago(Turn turn, DateOnly on) => on >= turn.Today ? text["today"] : on.Humanize(turn.Today, turn.Culture);

    /// <summary>How the tie stands and since when, such as "due, last in touch 5 weeks ago".</summary>
    public string State(Turn turn, Associate seat, ReadOnlySpan<Contact> contacts)
    {
        var usual = Rhythm.Of(contacts).UsualOr(seat.CadenceDays ?? Rings.CadenceDays(seat.Ring)) * Leaning.Stretch(seat.Leaning);
        var state = TieStates.Of(Silence.Days(contacts, seat.ChosenOn, turn.Today), usual);
        return State(turn, state, contacts.IsEmpty ? null : contacts[^1].Day, seat.ChosenOn);
    }

    /// <summary>The same of a tie that was judged before.</summary>
    public string State(Turn turn, TieState state, DateOnly? last, DateOnly chosenOn) =>
        $"{text[$"state.{state}"]}, {(last is { } on ? text["touch.last", Ago(turn, on)] : text["touch.none", Ago(turn, chosenOn)])}";

    /// <summary>A line with the button that puts the change back.</summary>
    public Message Confirm(string line, Guid change, IEnumerable<CardElement>? more = null, bool replaces = false) => new(
        line,
        new Card([
            new Paragraph(line),
            .. more ?? [],
            new ActionRow(new Button(PutBackAction.Id, text["undo"], change.ToString())),
        ]),
        Replaces: replaces);

    private string Join(string first, Standing standing)
    {
        List<string> parts = [first];
        if (standing.Cadence is { } phrase)
            parts.Add(Cadence(phrase));
        if (standing.Reason.Length > 0)
            parts.Add(text["because", standing.Reason]);
        return string.Join(", ", parts);
    }
}
