using System.Globalization;
using Microsoft.Extensions.Localization;

namespace NudgeBot.Nudges;

/// <summary>
/// Puts a pick into words: the name, how long it has been, the record that it rests on, and one small act of five minutes or less. Several
/// phrasings of every situation take turns. Where nothing is recorded it says something plain, never a slogan.
/// </summary>
internal sealed class Wording(IStringLocalizer<NudgeText> text)
{
    private readonly Phrases _phrases = new(text);

    /// <summary>The sentences of one pick.</summary>
    /// <param name="pick">Whom to suggest.</param>
    /// <param name="turn">Which phrasing: the number of the member's nudge plus the place in it, so that none comes twice running.</param>
    /// <param name="today">The member's date.</param>
    public string Say(Pick pick, int turn, DateOnly today)
    {
        var tie = pick.Tie;
        var since = pick.Situation == Situation.NewSeat && tie.Seat is { } seat ? seat.ChosenOn : tie.LastContact?.On ?? tie.KnownSince;
        var (recorded, on) = Rests(pick);
        return Sentence(Phrasing(Key(pick), turn), tie.Name, _phrases.Span(since, today), _phrases.Quote(recorded),
            _phrases.Date(on, today), _phrases.Span(on, today));
    }

    /// <summary>Asks whether a person shall keep coming up.</summary>
    public string AskToKeep(Tie tie) => text["Keep", tie.Name];

    /// <summary>Asks whether nudges shall go on.</summary>
    public string AskToGoOn() => text["GoOn"];

    /// <summary>What the words rest on, with its date: the due day of a follow-up, the reason of a new seat, else the record or ask.</summary>
    private static (string Text, DateOnly On) Rests(Pick pick) => pick switch
    {
        { Situation: Situation.NewSeat, Tie.Seat: { } seat } => (seat.Reason, seat.ChosenOn),
        { Ask: { } ask } => (ask.Text, ask.On),
        { Cited: { } cited } => (cited.Text, cited.DueOn ?? cited.On),
        _ => ("", pick.Tie.KnownSince),
    };

    private static string Key(Pick pick) => pick switch
    {
        { Situation: Situation.FollowUp or Situation.Need or Situation.Ask or Situation.Outcome } => $"{pick.Situation}",
        { Situation: Situation.NewSeat, Tie.Seat.Reason.Length: > 0 } => "NewSeat",
        { Situation: Situation.NewSeat } => "NewSeat.plain",
        { Cited: { } cited } => $"{pick.Situation}.{cited.Kind}",
        { Tie.LastContact: not null } => $"{pick.Situation}.plain",
        _ => "bare",
    };

    private string Phrasing(string key, int turn)
    {
        var count = 0;
        while (!text[$"{key}.{count + 1}"].ResourceNotFound)
            count++;
        return $"{key}.{(turn % count + count) % count + 1}";
    }

    private string Sentence(string key, params object[] arguments)
    {
        var said = text[key, arguments].Value;
        return char.ToUpper(said[0], CultureInfo.CurrentCulture) + said[1..];
    }
}
