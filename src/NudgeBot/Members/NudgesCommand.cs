using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;

namespace NudgeBot.Members;

/// <summary><c>nudges on</c>, <c>nudges off</c>: consent. Alone it says how things stand.</summary>
internal sealed class NudgesCommand(MemberChanges changes, NudgesState state, Refusals refusals) : ICommand
{
    public static CommandInfo Info { get; } = new("nudges", "nudges on", "nudges off", "nudges");

    public async Task<Reply> RunAsync(Turn turn, string rest, CancellationToken cancellationToken)
    {
        Consent? wanted = Fold.Name(rest) switch { "on" => Consent.On, "off" => Consent.Off, _ => null };
        if (wanted is { } consent)
            turn = await changes.ApplyAsync(turn, member => member.Consent = consent, cancellationToken);
        else if (rest.Length > 0)
            return refusals.NotUnderstood(new GrammarError(GrammarErrorKind.UnknownWord, 0, rest), Info);
        var now = await changes.ReadAsync(cancellationToken);
        return wanted is null ? state.Show(turn, now) : state.Line(turn, now);
    }
}
