using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;
using NudgeBot.People;

namespace NudgeBot.Nudges.Sending;

/// <summary><c>why @ana</c>: why a person would be suggested, or why not, and when they are due.</summary>
internal sealed class WhyCommand(Names names, Explanation explanation, Refusals refusals) : ICommand
{
    public static CommandInfo Info { get; } = new("why", "why @ana", "why Bob Tanaka");

    public async Task<Reply> RunAsync(Turn turn, string rest, CancellationToken cancellationToken)
    {
        var parsed = Shapes.Person(rest, await names.ContextAsync(turn, rest, cancellationToken));
        if (!parsed.Ok)
            return refusals.NotUnderstood(parsed.Error, Info);
        var found = await names.FindAsync(turn, parsed.Value, cancellationToken);
        return found.Answer ?? await explanation.OfAsync(turn, found.Person, cancellationToken);
    }
}
