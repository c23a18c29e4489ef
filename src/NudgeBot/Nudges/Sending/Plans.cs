using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Commands;
using NudgeBot.Delivery;
using NudgeBot.Ledger;
using NudgeBot.Members;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Nudges.Sending;

/// <summary>Puts a suggestion off to a better moment.</summary>
internal sealed class Plans(BotDb db, Answers answers, Records records, FollowUps followUps, Schedules schedules, IStringLocalizer<SendingText> text)
{
    /// <summary>How long after the planned day it is asked whether it happened.</summary>
    private const int DaysUntilAsked = 3;

    /// <summary>Makes a follow-up of a moment that the member picked, and has it asked about once. Returns the moment as the member reads it.</summary>
    public async Task<string> MakeAsync(Turn turn, Suggestion suggestion, Person person, DateOnly on, TimeOnly at, CancellationToken cancellationToken)
    {
        var member = await db.Set<Member>().SingleAsync(cancellationToken);
        var day = MemberHours.NextOn(turn, member, on, at) is { } instant ? MemberHours.ForFollowUps(turn, member).DateOf(instant) : on;
        await AddAsync(turn, suggestion, person, Answer.Planned, day, cancellationToken);
        suggestion.PlannedTime = at;
        await followUps.WakeAsync(turn, cancellationToken);
        var asked = MemberHours.NextOn(turn, member, day.AddDays(DaysUntilAsked));
        await schedules.SetAsync(HappenedDue.Kind, turn.MemberId, suggestion.SuggestionId.ToString(), turn.Local(asked), cancellationToken);
        return text["moment", turn.Show(day), at.ToString("HH:mm", turn.Culture)];
    }

    /// <summary>Leaves the person out until a day; a follow-up comes back on it.</summary>
    public async Task SnoozeAsync(Turn turn, Suggestion suggestion, Person person, DateOnly until, CancellationToken cancellationToken)
    {
        if (suggestion.Slot is SuggestionSlot.FollowUp)
        {
            await AddAsync(turn, suggestion, person, Answer.Snoozed, until, cancellationToken);
            return;
        }

        await answers.KeepAsync(turn, suggestion, Answer.Snoozed, cancellationToken, until);
        (await answers.AttentionAsync(suggestion.PersonId, cancellationToken)).SnoozedUntil = until;
    }

    private async Task AddAsync(Turn turn, Suggestion suggestion, Person person, Answer answer, DateOnly on, CancellationToken cancellationToken)
    {
        var what = (await answers.FollowUpAsync(suggestion, cancellationToken))?.Text ?? text["plan"].Value;
        var followUp = await records.AddAsync(turn, EntryKind.FollowUp, [person], what, null, cancellationToken, on);
        await answers.KeepAsync(turn, suggestion, answer, cancellationToken, on, followUp.EntryId);
    }
}
