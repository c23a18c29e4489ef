using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Commands;
using NudgeBot.Delivery;
using NudgeBot.Ledger;
using NudgeBot.Members;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Nudges.Sending;

/// <summary>Three days after a moment that was picked with <i>When?</i>: did it happen? Asked once, and not where the records tell.</summary>
internal sealed class HappenedDue(BotDb db, Turns turns, NudgePost post, Schedules schedules, IStringLocalizer<SendingText> text) : IScheduled
{
    public static string Kind => "happened";

    public static bool MindsAbsence => true;

    public async Task<DueTime?> RunAsync(Due due, CancellationToken cancellationToken)
    {
        if (await turns.EnterAsync(due, cancellationToken) is not var (turn, member) || member.Consent == Consent.Off)
            return null;
        if (!Guid.TryParse(due.Subject, out var id) || await FindAsync(id, cancellationToken) is not { } open)
            return null;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = turn.Culture;
        if (MemberHours.Again(turn, member, due) is { } again)
            return again;
        if (!MemberHours.AreOpen(turn, member, due) || await IsTakenAsync(turn, cancellationToken))
            return turn.Local(MemberHours.NextOn(turn, member, turn.Today.AddDays(1)));

        var draft = new Draft(
            SuggestionSlot.Happened, open.Person.PersonId, open.Person.Name,
            text["happened", open.Person.Name, open.FollowUp.Text, turn.Show(open.FollowUp.DueOn!.Value)])
        {
            CitedId = open.FollowUp.EntryId,
        };
        await post.WriteAsync(turn, Kind, text["happened.heading"], [draft], cancellationToken);
        return null;
    }

    /// <summary>What was planned, while nothing is known of what came of it.</summary>
    private async Task<Planned?> FindAsync(Guid suggestionId, CancellationToken cancellationToken) => await (
        from suggestion in db.Set<Suggestion>()
        join followUp in db.Set<Entry>() on suggestion.RecordId equals followUp.EntryId
        join person in db.Set<Person>() on suggestion.PersonId equals person.PersonId
        where suggestion.SuggestionId == suggestionId && suggestion.Answer == Answer.Planned && followUp.ClosedAt == null && followUp.DueOn != null
        where !db.Set<Entry>().Any(entry => entry.On >= followUp.DueOn && entry.Persons.Any(about => about.PersonId == person.PersonId)
            && (entry.Kind == EntryKind.Gave || entry.Kind == EntryKind.Received || entry.Kind == EntryKind.Touch))
        select new Planned(followUp, person)).SingleOrDefaultAsync(cancellationToken);

    /// <summary>One message a day: today's was written, or is about to be.</summary>
    private async Task<bool> IsTakenAsync(Turn turn, CancellationToken cancellationToken)
    {
        var tomorrow = turn.InstantOf(turn.Today.AddDays(1), TimeOnly.MinValue);
        return await post.WroteTodayAsync(turn, cancellationToken)
            || await schedules.DueAtAsync(NudgeDue.Kind, turn.MemberId, "", cancellationToken) < tomorrow
            || await schedules.DueAtAsync(FollowUpsDue.Kind, turn.MemberId, "", cancellationToken) < tomorrow;
    }

    private sealed record Planned(Entry FollowUp, Person Person);
}
