using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;
using NudgeBot.People;

namespace NudgeBot.Circle;

/// <summary><c>rest @ana</c>: somebody goes to the shelf, with cadence and reason kept.</summary>
internal sealed class RestCommand(Names names, Leaving leaving, Refusals refusals) : ICommand
{
    public static CommandInfo Info { get; } = new("rest", "rest @ana", "rest \"Bo Li\"");

    public async Task<Reply> RunAsync(Turn turn, string rest, CancellationToken cancellationToken)
    {
        var parsed = Shapes.Person(rest, await names.ContextAsync(turn, rest, cancellationToken));
        if (!parsed.Ok)
            return refusals.NotUnderstood(parsed.Error, Info);
        var found = await names.FindAsync(turn, parsed.Value, cancellationToken);
        return found.Answer ?? await leaving.RestAsync(turn, found.Person, cancellationToken);
    }
}
