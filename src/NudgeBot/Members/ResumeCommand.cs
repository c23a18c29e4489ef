using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;

namespace NudgeBot.Members;

/// <summary><c>resume</c>: ends a pause.</summary>
internal sealed class ResumeCommand(MemberChanges changes, NudgesState state, Refusals refusals, IStringLocalizer<MembersText> text) : ICommand
{
    public static CommandInfo Info { get; } = new("resume", "resume");

    public async Task<Reply> RunAsync(Turn turn, string rest, CancellationToken cancellationToken)
    {
        if (Shapes.None(rest) is { Ok: false } wrong)
            return refusals.NotUnderstood(wrong.Error, Info);
        var member = await changes.ReadAsync(cancellationToken);
        var paused = member.IsPausedOn(turn.Today);
        if (paused)
            turn = await changes.ApplyAsync(turn, it => it.PausedUntil = null, cancellationToken);
        return $"{(paused ? text["resume.done"] : text["resume.nothing"])} {state.Line(turn, member)}";
    }
}
