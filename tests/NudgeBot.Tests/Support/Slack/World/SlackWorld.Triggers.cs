using System.Globalization;
using NudgeBot.Tests.Support.Slack.Api;

namespace NudgeBot.Tests.Support.Slack.World;

/// <summary>Gives trigger ids out and takes them back once.</summary>
internal sealed partial class SlackWorld
{
    private readonly Dictionary<string, Trigger> triggers = [];

    public Trigger NewTrigger(SlackUser user, SlackInstallation installation, SlackView? view = null)
    {
        var number = Now.ToUnixTimeSeconds() % 1_000_000;
        var trigger = new Trigger(user.Id, user.Workspace, installation)
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{number}.{Interlocked.Increment(ref ids)}.{Secret(32)}"),
            ExpiresAt = Now + Options.TriggerLife,
            View = view,
        };
        triggers[trigger.Id] = trigger;
        return trigger;
    }

    public Trigger SpendTrigger(string id, SlackInstallation installation)
    {
        if (!triggers.TryGetValue(id, out var trigger) || trigger.Installation.App != installation.App)
            throw new ApiError("invalid_trigger_id");
        if (trigger.IsUsed)
            throw new ApiError("exchanged_trigger_id");
        if (Now > trigger.ExpiresAt)
            throw new ApiError("expired_trigger_id");
        trigger.IsUsed = true;
        return trigger;
    }
}
