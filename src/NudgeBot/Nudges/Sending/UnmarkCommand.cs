using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;
using NudgeBot.People;

namespace NudgeBot.Nudges.Sending;

/// <summary><c>unmark @ana</c>: takes the marks from a person.</summary>
internal sealed class UnmarkCommand(Names names, Answers answers, Refusals refusals, IStringLocalizer<SendingText> text) : ICommand
{
    public static CommandInfo Info { get; } = new("unmark", "unmark @ana");

    public async Task<Reply> RunAsync(Turn turn, string rest, CancellationToken cancellationToken)
    {
        var parsed = Shapes.Person(rest, await names.ContextAsync(turn, rest, cancellationToken));
        if (!parsed.Ok)
            return refusals.NotUnderstood(parsed.Error, Info);
        var found = await names.FindAsync(turn, parsed.Value, cancellationToken);
        if (found.Answer is { } answer)
            return answer;
        var attention = await answers.AttentionAsync(found.Person.PersonId, cancellationToken);
        var had = attention.Trusted || attention.WouldBeGlad;
        (attention.Trusted, attention.WouldBeGlad) = (false, false);
        return text[had ? "unmark.done" : "unmark.none", found.Person.Name].Value;
    }
}
