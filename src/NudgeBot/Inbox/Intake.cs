using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Delivery;
using NudgeBot.Members;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Inbox;

/// <summary>
/// The way in for everything that people do: once for each (channel, event id), in one transaction with all that it changes.
/// An answer that takes longer than two seconds follows through the outbox, since platforms give up after three.
/// </summary>
internal sealed partial class Intake(
    UnitOfWork unitOfWork, WorkSignal signal, TimeProvider clock, WorkspaceTime time, IHostApplicationLifetime lifetime, InboxMeter meter,
    IStringLocalizer<InboxText> text, ILogger<Intake> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Handles an event and returns the answer, or null when the answer will follow as a message of its own. Where the event says that
    /// answers follow, only what <see cref="Incoming.Here"/> says and the forms are left to show.
    /// </summary>
    public async Task<Reply?> HandleAsync(Incoming incoming)
    {
        // Not the request's own token: a platform that hangs up must not undo what was said.
        var promptness = new Promptness();
        var work = WorkAsync(incoming, promptness, lifetime.ApplicationStopping);
        using (var waited = new CancellationTokenSource())
        {
            await Task.WhenAny(work, Task.Delay(Patience, clock, waited.Token));
            await waited.CancelAsync();
        }

        if (work.IsCompleted || !promptness.TryBeLate())
            return await work;
        meter.Late();
        return null;
    }

    private async Task<Reply> WorkAsync(Incoming incoming, Promptness promptness, CancellationToken cancellationToken)
    {
        try
        {
            var reply = await unitOfWork.RunAsync(
                incoming.WorkspaceId, incoming.MemberId, services => HandleOnceAsync(services, incoming, promptness, cancellationToken), cancellationToken);
            signal.Wake();
            return reply;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            var reference = Guid.CreateVersion7(clock.GetUtcNow()).ToString("N")[^8..];
            Failed(error, reference, incoming.Channel, incoming.WorkspaceId);
            Reply apology = text["failed", reference].Value;
            if (!promptness.TryBePrompt() || incoming.Following(apology).Any())
                await FollowAsync(incoming, apology, cancellationToken);
            return apology;
        }
    }

    private static async Task<Reply> HandleOnceAsync(
        IServiceProvider services, Incoming incoming, Promptness promptness, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<BotDb>();
        var before = await db.Set<InboxEntry>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.Channel == incoming.Channel && row.EventId == incoming.EventId, cancellationToken);
        if (before is not null)
            return new Reply(JsonSerializer.Deserialize(before.Answer, ChatJson.Default.IReadOnlyListMessage)!);

        var turn = await services.GetRequiredService<Turns>().EnterAsync(incoming, cancellationToken);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = turn.Culture;
        var router = services.GetRequiredService<CommandRouter>();
        var reply = incoming switch
        {
            TypedCommand typed => await router.RunAsync(turn, typed.Text, cancellationToken),
            PressedAction pressed => await router.PressAsync(turn, pressed.ActionId, new Press(pressed.Value, pressed.Form), cancellationToken),
            _ => Reply.None,
        };
        // Whoever was forgotten just now leaves no trace, not even of this event.
        if (await db.FindAsync<Member>([turn.WorkspaceId, turn.MemberId], cancellationToken) is not null)
        {
            db.Add(new InboxEntry
            {
                Channel = incoming.Channel,
                EventId = incoming.EventId,
                At = turn.Now,
                Answer = JsonSerializer.Serialize(reply.Messages, ChatJson.Default.IReadOnlyListMessage),
            });
        }

        if (!promptness.TryBePrompt())
            Follow(services, incoming, reply, turn.Now);
        else
            Follow(services, incoming, new Reply([.. incoming.Following(reply)]), turn.Now);
        return reply;
    }

    private async Task FollowAsync(Incoming incoming, Reply reply, CancellationToken cancellationToken)
    {
        await unitOfWork.RunAsync(incoming.WorkspaceId, incoming.MemberId, services =>
        {
            Follow(services, incoming, reply, time.Now(incoming.WorkspaceId));
            return Task.FromResult(true);
        }, cancellationToken);
        signal.Wake();
    }

    /// <summary>Lets an answer follow as messages of its own. A form cannot open by itself so late: it gets a button.</summary>
    private static void Follow(IServiceProvider services, Incoming incoming, Reply reply, DateTimeOffset now)
    {
        foreach (var message in reply.Messages)
            services.GetRequiredService<Outbox>().Answer(incoming, message.Form is null ? message : OpenAction.Offer(services, message, incoming.EventId), now);
    }

    [LoggerMessage(LogLevel.Error, "An event from {Channel} in workspace {WorkspaceId} failed and changed nothing; reference {Reference}.")]
    private partial void Failed(Exception error, string reference, string channel, string workspaceId);

    /// <summary>Settles once whether an answer goes with the request or follows as a message, whichever side asks first.</summary>
    private sealed class Promptness
    {
        private const int Open = 0, Prompt = 1, Late = 2;

        private int state = Open;

        public bool TryBePrompt() => Interlocked.CompareExchange(ref state, Prompt, Open) != Late;

        public bool TryBeLate() => Interlocked.CompareExchange(ref state, Late, Open) == Open;
    }
}
