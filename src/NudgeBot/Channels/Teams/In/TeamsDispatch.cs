using NudgeBot.Channels.Teams.Accounts;

namespace NudgeBot.Channels.Teams.In;

/// <summary>Everything that comes from Teams passes here, after it is known to be Teams'.</summary>
internal sealed partial class TeamsDispatch(
    TeamsRooms rooms, TeamsPeople people, TeamsRoster roster, TeamsMessages messages, TeamsComings comings, TeamsInvokes invokes, TeamsUnknown unknown, TeamsMeter meter, TimeProvider clock,
    ILogger<TeamsDispatch> logger)
{
    /// <summary>Teams waits for about fifteen seconds, people for fewer.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>Handles an activity and says how to answer it.</summary>
    public async Task<TeamsResponse> HandleAsync(TeamsActivity activity)
    {
        var start = clock.GetTimestamp();
        try
        {
            var answer = await InTimeAsync(activity);
            if (answer.Status is StatusCodes.Status400BadRequest or StatusCodes.Status503ServiceUnavailable)
                meter.Refused(answer.Status is StatusCodes.Status400BadRequest ? "broken" : "busy");
            return answer;
        }
        finally
        {
            meter.Answered(activity.Type is "message" or "invoke" or "installationUpdate" or "conversationUpdate" ? activity.Type : "other", clock.GetElapsedTime(start));
        }
    }

    /// <summary>What takes too long is told to come again, and goes on: every handler may run twice.</summary>
    private async Task<TeamsResponse> InTimeAsync(TeamsActivity activity)
    {
        using var waited = new CancellationTokenSource();
        var work = WorkAsync(activity);
        await Task.WhenAny(work, Task.Delay(Longest, clock, waited.Token));
        await waited.CancelAsync();
        if (work.IsCompleted)
            return await work;
        _ = work.ContinueWith(late => Failed(late.Exception!, activity.Type!), CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return TeamsResponse.Busy;
    }

    private async Task<TeamsResponse> WorkAsync(TeamsActivity activity)
    {
        if (activity.Type is not ("message" or "invoke" or "installationUpdate" or "conversationUpdate"))
        {
            unknown.Met(activity.Type!);
            return TeamsResponse.Taken;
        }

        if (activity is not { TenantId: not null, Conversation.Id.Length: > 0, From.Id.Length: > 0, Recipient.Id.Length: > 0, ServiceUrl: not null })
            return TeamsResponse.Broken;
        if (activity.Type is "installationUpdate" or "conversationUpdate")
            return await comings.HandleAsync(activity);
        // Nobody without an account in the tenant has a memory here, such as guests of a meeting.
        if (activity.AuthorId is not { } authorId)
            return activity.Type is "invoke" ? TeamsResponse.NotImplemented : TeamsResponse.Taken;
        // The message extension works where NudgeBot is no part of the conversation.
        if (activity.Name?.StartsWith("composeExtension/", StringComparison.Ordinal) == true)
        {
            if (await rooms.InstallationAsync(activity.TenantId) is null)
                return TeamsResponse.NotImplemented;
        }
        else
        {
            var room = TeamsReader.Room(activity);
            await rooms.MeetAsync(room, CancellationToken.None);
            // Whoever writes in a chat of their own installed NudgeBot there; in a team there are guests.
            if (room.Scope is not TeamsScope.Personal && (await people.AccountsAsync(activity.TenantId, [activity.From.Id])).Count == 0
                && await roster.IsOutsiderAsync(room, activity.From.Id))
                return activity.Type is "invoke" ? TeamsResponse.NotImplemented : TeamsResponse.Taken;
        }

        await people.LearnAsync(activity.TenantId, [new(activity.From.Id, authorId, activity.From.Name, Zone: activity.Zone, Locale: activity.Locale)], CancellationToken.None);
        return activity.Type is "invoke" ? await invokes.HandleAsync(activity) : await messages.HandleAsync(activity);
    }

    [LoggerMessage(LogLevel.Error, "An activity of the kind {Kind} took too long and failed; where Teams sends it again it is tried again.")]
    private partial void Failed(Exception error, string kind);
}
