namespace NudgeBot.Nudges.Sending;

/// <summary>Gives a plan its words.</summary>
internal sealed class NudgeDrafts(Wording wording, Why why)
{
    /// <summary>What is said about each person of a plan, in reading order.</summary>
    /// <param name="plan">Whom to suggest.</param>
    /// <param name="number">How many nudges there were before, so that the phrasings take turns.</param>
    /// <param name="on">The member's day of the message.</param>
    public IReadOnlyList<Draft> Of(Plan plan, int number, DateOnly on)
    {
        List<Draft> drafts = [.. plan.Picks.Select((pick, place) => Of(pick, number + place, on))];
        if (plan.Keep is { } keep)
            drafts.Add(new(SuggestionSlot.Question, keep.PersonId, keep.Name, wording.AskToKeep(keep)) { IsSeated = keep.Seat is not null });
        return drafts;
    }

    private Draft Of(Pick pick, int turn, DateOnly on) =>
        new(SlotOf(pick.Slot), pick.Tie.PersonId, pick.Tie.Name, wording.Say(pick, turn, on))
        {
            Why = why.Say(pick, on),
            CitedId = pick.Cited?.EntryId,
            Phrasing = turn,
            IsSeated = pick.Tie.Seat is not null,
            AskId = pick.Ask?.AskId,
        };

    private static SuggestionSlot SlotOf(Slot slot) => slot switch
    {
        Slot.FollowUp => SuggestionSlot.FollowUp,
        Slot.Easy => SuggestionSlot.Easy,
        Slot.Due => SuggestionSlot.Due,
        _ => SuggestionSlot.Shelf,
    };
}
