using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Delivery;
using NudgeBot.Ledger;
using NudgeBot.People;
using NudgeBot.Storage;

namespace NudgeBot.Nudges.Sending;

/// <summary>Finds what a button is about, keeps what was answered, and draws the message anew.</summary>
internal sealed class Answers(BotDb db, Pacing pacing, Learning learning, NudgeCard card, IStringLocalizer<SendingText> text)
{
    /// <summary>The suggestion that a pressed button carries and the person in it; null when it is none of this member's.</summary>
    public async Task<(Suggestion Suggestion, Person Person)?> FindAsync(Press press, CancellationToken cancellationToken)
    {
        if (SuggestionValue.Read(press.Value) is not { } id)
            return null;
        var found = await (
            from row in db.Set<Suggestion>()
            join person in db.Set<Person>() on row.PersonId equals person.PersonId
            where row.SuggestionId == id
            select new { row, person }).SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : (found.row, found.person);
    }

    /// <summary>Keeps an answer. Any answer ends the waiting that unanswered suggestions brought, for the person and as a whole.</summary>
    public async Task KeepAsync(
        Turn turn, Suggestion suggestion, Answer answer, CancellationToken cancellationToken, DateOnly? on = null, Guid? recordId = null)
    {
        (suggestion.Answer, suggestion.AnsweredAt, suggestion.AnsweredOn, suggestion.RecordId) = (answer, turn.Now, on, recordId);
        var attention = await AttentionAsync(suggestion.PersonId, cancellationToken);
        (attention.Unanswered, attention.AskedToKeep) = (0, false);
        await learning.FromAsync(suggestion, cancellationToken);
        if (answer is not (Answer.NotNow or Answer.NotYet or Answer.Kept) && await FollowUpAsync(suggestion, cancellationToken) is { } followUp)
            followUp.ClosedAt ??= turn.Now;
        await pacing.AnsweredAsync(turn, cancellationToken);
    }

    /// <summary>Keeps the same answer for whatever about a person was sent by a day and is still open.</summary>
    public async Task KeepForAsync(Turn turn, Guid personId, Answer answer, DateOnly on, CancellationToken cancellationToken)
    {
        var open = await db.Set<Suggestion>().Where(row => row.PersonId == personId && row.Answer == Answer.None).ToListAsync(cancellationToken);
        foreach (var suggestion in open.Where(row => row.Answer == Answer.None && DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(row.SentAt, turn.Zone).DateTime) <= on))
            await KeepAsync(turn, suggestion, answer, cancellationToken, on);
    }

    /// <summary>Makes a suggestion open again, as the record that its answer made was taken back.</summary>
    public async Task TakeBackAsync(Suggestion suggestion, CancellationToken cancellationToken)
    {
        (suggestion.Answer, suggestion.AnsweredAt, suggestion.AnsweredOn, suggestion.PlannedTime, suggestion.RecordId) = (Answer.None, null, null, null, null);
        await learning.FromAsync(suggestion, cancellationToken);
        if (await FollowUpAsync(suggestion, cancellationToken) is { } followUp)
            followUp.ClosedAt = null;
    }

    /// <summary>The follow-up that a suggestion brought back; null when it is none.</summary>
    public async Task<Entry?> FollowUpAsync(Suggestion suggestion, CancellationToken cancellationToken) =>
        suggestion is { Slot: SuggestionSlot.FollowUp or SuggestionSlot.Happened, CitedId: { } id }
            ? await db.FindAsync<Entry>([db.WorkspaceId, db.MemberId, id], cancellationToken)
            : null;

    /// <summary>How far the member wants to be reminded of the person.</summary>
    public async Task<Attention> AttentionAsync(Guid personId, CancellationToken cancellationToken)
    {
        if (await db.FindAsync<Attention>([db.WorkspaceId, db.MemberId, personId], cancellationToken) is { } there)
            return there;
        var attention = new Attention { PersonId = personId };
        db.Add(attention);
        return attention;
    }

    /// <summary>The message that a suggestion came in, as it stands now, in place of what was pressed.</summary>
    /// <param name="turn">For whom.</param>
    /// <param name="suggestion">The suggestion that was pressed.</param>
    /// <param name="person">Whom it is about.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <param name="choice">The buttons of a choice to show in place of its own.</param>
    public async Task<Message> RedrawAsync(Turn turn, Suggestion suggestion, Person person, CancellationToken cancellationToken, ActionRow? choice = null)
    {
        var body = await db.Set<Outgoing>().Where(row => row.DeliveryId == suggestion.DeliveryId).Select(row => row.Body).SingleOrDefaultAsync(cancellationToken);
        // Long after it was sent a delivery's text is emptied; what was pressed then stands alone.
        if (body is not { Length: > 0 } || JsonSerializer.Deserialize(body, ChatJson.Default.Message) is not { Card: not null } sent)
            sent = card.Alone(suggestion, person.Name);
        var together = await db.Set<Suggestion>().Where(row => row.DeliveryId == suggestion.DeliveryId).ToListAsync(cancellationToken);
        return card.After(turn, sent, together, choice is null ? null : (suggestion.SuggestionId, choice));
    }

    /// <summary>What to say about a suggestion that is not there.</summary>
    public Message Gone => new(text["gone"]);
}
