using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Members;

namespace NudgeBot.Circle.Mutual;

/// <summary>The button by which a member takes that consent back; nobody hears of it.</summary>
internal sealed class MutualOffAction(MemberChanges changes, IStringLocalizer<CircleText> text) : IAction
{
    public static string Id => "mutual.off";

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        await changes.ApplyAsync(turn, member => member.RevealsMutualChoice = false, cancellationToken);
        return text["mutual.takenBack"].Value;
    }
}
