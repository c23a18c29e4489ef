using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;

namespace NudgeBot.Ledger;

/// <summary><c>find board deck</c>: full text over the member's own records and persons.</summary>
internal sealed class FindCommand(Find find, Refusals refusals) : ICommand
{
    public static CommandInfo Info { get; } = new("find", "find board deck", "find priya") { Aliases = ["search"] };

    public async Task<Reply> RunAsync(Turn turn, string rest, CancellationToken cancellationToken)
    {
        var parsed = Shapes.Text(rest);
        var error = parsed.Error ?? (rest.Length > FindWords.Longest ? new GrammarError(GrammarErrorKind.TooLong, 0, Limit: FindWords.Longest) : null);
        return error is null ? await find.PageAsync(turn, parsed.Value, 0, cancellationToken) : refusals.NotUnderstood(error, Info);
    }
}
