using System.Collections.Frozen;
using NudgeBot.Channels.Slack.Install;
using NudgeBot.Channels.Slack.Out;
using NudgeBot.Chat;

namespace NudgeBot.Channels.Slack.Accounts;

/// <summary>
/// Who is away, by the status that they set: Slack's own <i>Vacationing</i> and <i>Out sick</i>, what calendars set for "out of office", and
/// their likes. The emoji tells it in every language. A green dot tells nothing (a closed laptop has none either), and Do Not Disturb only
/// that messages shall be silent, which Slack sees to itself: neither is asked for.
/// </summary>
internal sealed class SlackAbsences(SlackClient slack, SlackInstallations installations) : IAbsences
{
    private static readonly FrozenSet<string> Away = FrozenSet.ToFrozenSet(
    [
        ":palm_tree:", ":face_with_thermometer:", ":no_entry:", ":no_entry_sign:", ":beach_with_umbrella:", ":umbrella_on_ground:", ":desert_island:",
        ":island:", ":hospital:", ":sneezing_face:", ":face_with_head_bandage:",
    ]);

    public string Name => SlackServices.ChannelName;

    public async Task<DateTimeOffset?> AwayUntilAsync(string workspaceId, string memberId, CancellationToken cancellationToken)
    {
        if (await installations.FindAsync(workspaceId, cancellationToken) is not { } access)
            return null;
        var answer = await slack.CallAsync(
            new("users.info", access.WorkspaceId, access.Token, ("user", memberId)), SlackDirectoryJson.Default.SlackUserAnswer, cancellationToken);
        return answer.User?.Profile is { StatusEmoji: { } emoji } profile && Away.Contains(emoji)
            // Slack writes 0 for a status that stays until it is taken away.
            ? profile.StatusExpiration is { } end and > 0 and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds(end) : DateTimeOffset.MaxValue
            : null;
    }
}
