using System.Collections.Concurrent;
using Microsoft.Extensions.Localization;
using NudgeBot.Channels.Slack.Install;
using NudgeBot.Channels.Slack.Out;

namespace NudgeBot.Channels.Slack.In;

/// <summary>Tells visitors from other workspaces once that NudgeBot does nothing for them here, where only they see it.</summary>
internal sealed partial class SlackCourtesy(SlackClient slack, TimeProvider clock, IStringLocalizer<SlackInboundText> text, ILogger<SlackCourtesy> logger)
{
    private static readonly TimeSpan Rest = TimeSpan.FromDays(1), Patience = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<(string Workspace, string Account), DateTimeOffset> told = new();

    public async Task DeclineAsync(SlackAccess access, string accountId, string? channelId)
    {
        var now = clock.GetUtcNow();
        foreach (var (key, at) in told)
        {
            if (now - at > Rest)
                told.TryRemove(key, out _);
        }

        if (channelId is null || !told.TryAdd((access.WorkspaceId, accountId), now))
            return;
        using var waited = new CancellationTokenSource();
        await Task.WhenAny(SayAsync(access, accountId, channelId), Task.Delay(Patience, clock, waited.Token));
        await waited.CancelAsync();
    }

    private async Task SayAsync(SlackAccess access, string accountId, string channelId)
    {
        try
        {
            var call = new SlackCall("chat.postEphemeral", access.WorkspaceId, access.Token, ("channel", channelId), ("user", accountId), ("text", text["visitor"]));
            await slack.DoAsync(call, SlackJson.Default.SlackPosted, CancellationToken.None);
        }
        catch (Exception error)
        {
            NotSaid(error, access.WorkspaceId);
        }
    }

    [LoggerMessage(LogLevel.Information, "A visitor in workspace {WorkspaceId} could not be told that NudgeBot does nothing for them.")]
    private partial void NotSaid(Exception error, string workspaceId);
}
