using Microsoft.Extensions.Localization;

namespace NudgeBot.Nudges;

/// <summary>
/// Says why a person was suggested, in two sentences that a person would say: when it was the last time against the pair's rhythm,
/// and what the coming weeks would bring, with the record behind it. The words stand for the terms of <see cref="Ranking"/>.
/// </summary>
internal sealed class Why(IStringLocalizer<NudgeText> text)
{
    private readonly Phrases _phrases = new(text);

    /// <summary>The two sentences.</summary>
    public string Say(Pick pick, DateOnly today) => $"{Timing(pick, today)} {Reason(pick, today)}";

    private string Timing(Pick pick, DateOnly today)
    {
        var (tie, outlook) = (pick.Tie, pick.Outlook);
        if (tie.LastContact is not { } last)
        {
            var since = tie.Seat?.ChosenOn ?? tie.KnownSince;
            return text[tie.Seat is null ? "Why.Known" : "Why.Chosen", tie.Name, "", _phrases.Span(since, today), _phrases.Date(since, today)];
        }

        var key = (outlook.IsOwnRhythm, tie.Seat) switch
        {
            (true, _) => "Why.Usual",
            (_, { CadenceDays: not null }) => "Why.Asked",
            (_, null) => "Why.Shelf",
            _ => "Why.Ring",
        };
        return text[key, tie.Name, _phrases.Span((int)Math.Round(outlook.UnstretchedDays)), _phrases.Span(last.On, today), _phrases.Date(last.On, today)];
    }

    private string Reason(Pick pick, DateOnly today)
    {
        var tie = pick.Tie;
        if (pick is { Situation: Situation.FollowUp, Cited: { } followUp })
            return text["Why.FollowUp", tie.Name, _phrases.Quote(followUp.Text), _phrases.Date(followUp.DueOn ?? followUp.On, today)];
        var outlook = text[Likelihood(pick.Outlook.StaysSilent)].Value;
        return pick switch
        {
            { Situation: Situation.Need, Cited: { } need } => text["Why.Need", outlook, _phrases.Quote(need.Text), _phrases.Date(need.On, today)],
            { Ask: { } ask } => text["Why.Ask", outlook, _phrases.Quote(ask.Text), _phrases.Date(ask.On, today)],
            { Slot: Slot.Shelf, Tie.SuggestedOn: { } before } => text["Why.TurnAgain", tie.Name, _phrases.Date(before, today)],
            { Slot: Slot.Shelf } => text["Why.Turn", tie.Name],
            { Cited: { } cited } => text["Why.And", outlook, _phrases.Quote(cited.Text), _phrases.Date(cited.On, today)],
            _ => text["Why.Only", outlook],
        };
    }

    /// <summary>The word for the probability that four weeks pass in silence.</summary>
    private static string Likelihood(double staysSilent) => staysSilent switch
    {
        >= 0.95 => "Why.Sure",
        >= 0.65 => "Why.Likely",
        >= 0.35 => "Why.Even",
        _ => "Why.Unlikely",
    };
}
