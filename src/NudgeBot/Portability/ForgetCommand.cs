using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;
using NudgeBot.People;

namespace NudgeBot.Portability;

/// <summary><c>forget @ana</c>, <c>forget me</c>: asks first, and nothing goes before the button is pressed.</summary>
internal sealed class ForgetCommand(Names names, ForgetTexts texts, Refusals refusals) : ICommand
{
    public static CommandInfo Info { get; } = new("forget", "forget @ana", "forget me");

    public async Task<Reply> RunAsync(Turn turn, string rest, CancellationToken cancellationToken)
    {
        if (Fold.Name(rest) is "me" or "myself")
            return texts.AskAboutMember();
        var parsed = Shapes.Person(rest, await names.ContextAsync(turn, rest, cancellationToken));
        if (!parsed.Ok)
            return refusals.NotUnderstood(parsed.Error, Info);
        var found = await names.FindAsync(turn, parsed.Value, cancellationToken);
        return found.Answer ?? await texts.AskAsync(found.Person, cancellationToken);
    }
}
