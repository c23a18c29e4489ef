using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;
using NudgeBot.People;

namespace NudgeBot.Nudges.Sending;

/// <summary><c>mark @ana trusted</c>: says of a person that one trusts them, or that they would be glad to hear, so that the shelf brings them sooner.</summary>
internal sealed class MarkCommand(Names names, Answers answers, Refusals refusals, IStringLocalizer<SendingText> text) : ICommand
{
    public static CommandInfo Info { get; } = new("mark", "mark @ana trusted", "mark bob would be glad");

    public async Task<Reply> RunAsync(Turn turn, string rest, CancellationToken cancellationToken)
    {
        var parsed = Shapes.Mark(rest, await names.ContextAsync(turn, rest, cancellationToken));
        if (!parsed.Ok)
            return refusals.NotUnderstood(parsed.Error, Info);
        var (who, trusted, glad) = parsed.Value;
        if (!trusted && !glad)
            return text["mark.what"].Value;
        var found = await names.FindAsync(turn, who, cancellationToken);
        if (found.Answer is { } answer)
            return answer;
        var attention = await answers.AttentionAsync(found.Person.PersonId, cancellationToken);
        attention.Trusted |= trusted;
        attention.WouldBeGlad |= glad;
        return text["mark.done", found.Person.Name, Words(text, attention.Trusted, attention.WouldBeGlad)].Value;
    }

    /// <summary>The marks as one reads them behind a name.</summary>
    public static string Words(IStringLocalizer<SendingText> text, bool trusted, bool glad) =>
        text[(trusted, glad) switch { (true, true) => "mark.both", (true, _) => "mark.trusted", _ => "mark.glad" }];
}
