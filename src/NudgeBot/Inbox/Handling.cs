using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Delivery;
using NudgeBot.Members;
using NudgeBot.Storage;

namespace NudgeBot.Inbox;

/// <summary>Handles one event inside its transaction: once, however often it arrives.</summary>
internal sealed class Handling(BotDb db, Turns turns, CommandRouter router, Outbox outbox, IServiceProvider services)
{
    public async Task<Reply> RunAsync(Incoming incoming, Promptness promptness, CancellationToken cancellationToken)
    {
        var before = await db.Set<InboxEntry>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.Channel == incoming.Channel && row.EventId == incoming.EventId, cancellationToken);
        if (before is not null)
            return before.Followed ? Reply.None : new Reply(JsonSerializer.Deserialize(before.Answer, ChatJson.Default.IReadOnlyListMessage)!);

        if (promptness.IsGivenUp)
            throw new OperationCanceledException("Nobody waits for it any more.");
        var turn = await turns.EnterAsync(incoming, cancellationToken);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = turn.Culture;
        var reply = await AnswerAsync(turn, incoming, cancellationToken);
        var late = !promptness.Settle();
        // Whoever was forgotten just now leaves no trace, not even of this event.
        if (await db.FindAsync<Member>([turn.WorkspaceId, turn.MemberId], cancellationToken) is not null)
        {
            db.Add(new InboxEntry
            {
                Channel = incoming.Channel,
                EventId = incoming.EventId,
                At = turn.Now,
                Answer = JsonSerializer.Serialize(reply.Messages, ChatJson.Default.IReadOnlyListMessage),
                Followed = late,
            });
        }

        Follow(incoming, late ? reply.Messages : incoming.Following(reply), turn.Now);
        return reply;
    }

    /// <summary>
    /// Answers what only looks something up, where the database takes no records: the event is not kept, so that a repetition looks again.
    /// Null where the answer would have been that something was stored.
    /// </summary>
    public async Task<Reply?> LookAsync(Incoming incoming, CancellationToken cancellationToken)
    {
        var (turn, _) = await turns.LookAsync(cancellationToken);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = turn.Culture;
        var reply = await AnswerAsync(turn with { Conversation = incoming.Conversation }, incoming, cancellationToken);
        return db.ChangeTracker.HasChanges() ? null : reply;
    }

    /// <summary>Lets an answer follow in the member's language, when the turn that it belongs to is over.</summary>
    public async Task FollowAsync(Incoming incoming, IEnumerable<Message> messages, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Set<Member>().AsNoTracking().Select(row => row.Language).SingleOrDefaultAsync(cancellationToken) is { } language)
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        Follow(incoming, messages, now);
    }

    private async Task<Reply> AnswerAsync(Turn turn, Incoming incoming, CancellationToken cancellationToken) => incoming switch
    {
        TypedCommand typed => await router.RunAsync(turn, typed.Text, cancellationToken),
        PressedAction pressed => pressed.InPlace(await router.PressAsync(turn, pressed.ActionId, new Press(pressed.Value, pressed.Form), cancellationToken)),
        _ => Reply.None,
    };

    /// <summary>Lets an answer follow as messages of its own. A form cannot open by itself so late: it gets a button.</summary>
    private void Follow(Incoming incoming, IEnumerable<Message> messages, DateTimeOffset now)
    {
        foreach (var message in messages)
            outbox.Answer(incoming, message.Form is null || incoming.FormsTravel ? message : OpenAction.Offer(services, message, incoming.EventId), now);
    }
}
