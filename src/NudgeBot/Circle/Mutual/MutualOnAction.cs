using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Members;

namespace NudgeBot.Circle.Mutual;

/// <summary>The button by which a member agrees that a mutual choice may be shown to both.</summary>
internal sealed class MutualOnAction(MemberChanges changes, IStringLocalizer<CircleText> text) : IAction
{
    public static string Id => "mutual.on";

    public async Task<Reply> RunAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        await changes.ApplyAsync(turn, member => member.RevealsMutualChoice = true, cancellationToken);
        return text["mutual.agreed"].Value;
    }
}
