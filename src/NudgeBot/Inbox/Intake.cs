using System.Text.Json;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Delivery;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.Inbox;

/// <summary>
/// The way in for everything that people do: once for each (channel, event id), in one transaction with all that it changes.
/// An answer that takes longer than two seconds follows through the outbox, since platforms give up after three; the event is noted
/// down before it is acknowledged, so that it is handled even if the process ends first.
/// </summary>
internal sealed partial class Intake(
    UnitOfWork unitOfWork, IEventNotes notes, InHand inHand, WorkSignal signal, TimeProvider clock, WorkspaceTime time,
    IHostApplicationLifetime lifetime, InboxMeter meter, IStringLocalizer<InboxText> text, ILogger<Intake> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Counted from the event's arrival. Platforms wait for three seconds; the rest is for the way back.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2.7);

    /// <summary>
    /// Handles an event and says what the platform may be told. Where the event says that answers follow, only what
    /// <see cref="Incoming.Here"/> says and the forms of the reply are left to show.
    /// </summary>
    public async Task<Receipt> HandleAsync(Incoming incoming)
    {
        using var over = new CancellationTokenSource();
        // Before the work begins, so that every bit of it counts.
        Task patience = Task.Delay(Patience, clock, over.Token), end = Task.Delay(Longest, clock, over.Token);
        try
        {
            if (!inHand.TryTake(Key(incoming)))
            {
                meter.Refused();
                return Receipt.Busy;
            }

            var promptness = new Promptness();
            incoming = incoming with { At = time.Now(incoming.WorkspaceId) };
            var work = WorkAsync(incoming, promptness, lifetime.ApplicationStopping);
            await Task.WhenAny(work, patience);
            if (!work.IsCompleted && promptness.TryBeLate())
                return await BeLateAsync(incoming, promptness, work, end);
            return await OutcomeAsync(work);
        }
        finally
        {
            await over.CancelAsync();
        }
    }

    /// <summary>Handles an event of which only a note is left, as the process that took it ended; its answer follows.</summary>
    public async Task ResumeAsync(Incoming incoming, CancellationToken cancellationToken)
    {
        if (inHand.TryTake(Key(incoming)))
            await WorkAsync(incoming, Promptness.Lost(), cancellationToken);
    }

    /// <summary>Lets an answer follow after all, where the platform did not take it with the response: a form that may not open any more gets a button.</summary>
    public async Task FollowAsync(Incoming incoming, IEnumerable<Message> messages, CancellationToken cancellationToken)
    {
        await unitOfWork.RunAsync(incoming.WorkspaceId, incoming.MemberId, async services =>
        {
            await services.GetRequiredService<Handling>().FollowAsync(incoming, messages, time.Now(incoming.WorkspaceId), cancellationToken);
            return true;
        }, cancellationToken);
        signal.Wake();
    }

    private static EventKey Key(Incoming incoming) => new(incoming.WorkspaceId, incoming.Channel, incoming.EventId);

    private async Task<Receipt> BeLateAsync(Incoming incoming, Promptness promptness, Task<Reply> work, Task end)
    {
        meter.Late();
        var note = NoteAsync(incoming, promptness);
        promptness.NotedBy(note);
        await Task.WhenAny(note, work, end);
        if (note.IsFaulted)
            await Task.WhenAny(work, end);
        if (promptness.IsNoted || work.IsCompletedSuccessfully)
            return Receipt.Later;
        meter.Refused();
        if (promptness.TryGiveUp())
            return Receipt.Busy;
        return promptness.IsNoted || await OutcomeAsync(work) != Receipt.Busy ? Receipt.Later : Receipt.Busy;
    }

    /// <summary>How the work ended: it is being kept just now, and nobody can tell before it is.</summary>
    private static async Task<Receipt> OutcomeAsync(Task<Reply> work)
    {
        await ((Task)work).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return work.IsCanceled ? Receipt.Busy : Receipt.Of(await work);
    }

    private async Task NoteAsync(Incoming incoming, Promptness promptness)
    {
        try
        {
            await Task.Yield();
            await notes.AddAsync(
                new(Key(incoming), clock.GetUtcNow(), JsonSerializer.Serialize(incoming, ChatJson.Default.Incoming)), lifetime.ApplicationStopping);
            if (!promptness.TryStand())
                await notes.RemoveAsync(Key(incoming), lifetime.ApplicationStopping);
        }
        catch (Exception error) when (!lifetime.ApplicationStopping.IsCancellationRequested)
        {
            NotNoted(error, incoming.Channel, incoming.WorkspaceId);
            throw;
        }
    }

    /// <summary>Does the work on a token of its own, not the request's: a platform that hangs up must not undo what was said.</summary>
    private async Task<Reply> WorkAsync(Incoming incoming, Promptness promptness, CancellationToken cancellationToken)
    {
        try
        {
            // SQLite never waits asynchronously: without this, whoever is to answer in time would do the work first.
            await Task.Yield();
            var reply = await TryAsync(incoming, promptness, cancellationToken);
            if (promptness is { IsLate: true, IsGivenUp: false })
            {
                await promptness.NotedAsync();
                await notes.RemoveAsync(Key(incoming), cancellationToken);
            }

            return reply;
        }
        catch (Exception error) when (promptness.IsLate && !cancellationToken.IsCancellationRequested)
        {
            NotFinished(error, incoming.Channel, incoming.WorkspaceId);
            throw;
        }
        finally
        {
            inHand.Release(Key(incoming));
        }
    }

    private async Task<Reply> TryAsync(Incoming incoming, Promptness promptness, CancellationToken cancellationToken)
    {
        try
        {
            var reply = await unitOfWork.RunAsync(
                incoming.WorkspaceId, incoming.MemberId,
                services => services.GetRequiredService<Handling>().RunAsync(incoming, promptness, cancellationToken), cancellationToken);
            signal.Wake();
            return reply;
        }
        catch (OperationCanceledException) when (promptness.IsGivenUp)
        {
            return Reply.None;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            var reference = Guid.CreateVersion7(clock.GetUtcNow()).ToString("N")[^8..];
            Failed(error, reference, incoming.Channel, incoming.WorkspaceId);
            Reply apology = error is ChannelException ? text["platform"].Value
                : StorageFault.RefusesRecords(error) ? await LookAsync(incoming, cancellationToken) ?? text["storage"].Value
                : text["failed", reference].Value;
            if (promptness.IsGivenUp)
                return apology;
            IEnumerable<Message> following = promptness.Settle() ? incoming.Following(apology) : apology.Messages;
            if (following.Any())
                await FollowAsync(incoming, following, cancellationToken);
            return apology;
        }
    }

    /// <summary>What the event looks up, where nothing can be stored; null when it was to store something.</summary>
    private async Task<Reply?> LookAsync(Incoming incoming, CancellationToken cancellationToken)
    {
        try
        {
            return await unitOfWork.LookAsync(
                incoming.WorkspaceId, incoming.MemberId, services => services.GetRequiredService<Handling>().LookAsync(incoming, cancellationToken));
        }
        catch (Exception error) when (StorageFault.RefusesRecords(error))
        {
            return null;
        }
    }

    [LoggerMessage(LogLevel.Error, "An event from {Channel} in workspace {WorkspaceId} failed and changed nothing; reference {Reference}.")]
    private partial void Failed(Exception error, string reference, string channel, string workspaceId);

    [LoggerMessage(LogLevel.Error, "An event from {Channel} in workspace {WorkspaceId} could not be noted down and is not acknowledged.")]
    private partial void NotNoted(Exception error, string channel, string workspaceId);

    [LoggerMessage(LogLevel.Error, "A late event from {Channel} in workspace {WorkspaceId} could not be finished; if it was acknowledged it is tried again.")]
    private partial void NotFinished(Exception error, string channel, string workspaceId);
}
