using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;
using NudgeBot.People;

namespace NudgeBot.Circle;

/// <summary><c>release @ana</c>: somebody leaves the circle.</summary>
internal sealed class ReleaseCommand(Names names, Leaving leaving, Refusals refusals) : ICommand
{
    public static CommandInfo Info { get; } = new("release", "release @ana", "release \"Bo Li\"");

    public async Task<Reply> RunAsync(Turn turn, string rest, CancellationToken cancellationToken)
    {
        var parsed = Shapes.Person(rest, await names.ContextAsync(turn, rest, cancellationToken));
        if (!parsed.Ok)
            return refusals.NotUnderstood(parsed.Error, Info);
        var found = await names.FindAsync(turn, parsed.Value, cancellationToken);
        return found.Answer ?? await leaving.ReleaseAsync(turn, found.Person, cancellationToken);
    }
}
