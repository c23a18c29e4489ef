using System.Collections.Frozen;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;

namespace NudgeBot.Members;

/// <summary><c>pause until monday</c>, <c>pause for 2 weeks</c>, <c>pause</c>: no nudges until then, or until <c>resume</c>.</summary>
internal sealed class PauseCommand(MemberChanges changes, NudgesState state, Refusals refusals, IStringLocalizer<MembersText> text) : ICommand
{
    public static CommandInfo Info { get; } = new("pause", "pause until monday", "pause for 2 weeks", "pause");

    public async Task<Reply> RunAsync(Turn turn, string rest, CancellationToken cancellationToken)
    {
        var parsed = Shapes.Until(rest, new ParseContext(turn.Today, FrozenSet<string>.Empty));
        if (!parsed.Ok)
            return refusals.NotUnderstood(parsed.Error, Info);
        if (parsed.Value <= turn.Today)
            return text["pause.past", turn.Show(parsed.Value.Value)].Value;
        var renewed = await changes.ApplyAsync(turn, member => member.PausedUntil = parsed.Value ?? DateOnly.MaxValue, cancellationToken);
        var paused = parsed.Value is { } day ? text["pause.until", turn.Show(day)] : text["pause.open"];
        var member = await changes.ReadAsync(cancellationToken);
        return member.Consent == Consent.On ? paused.Value : $"{paused} {state.Line(renewed, member)}";
    }
}
