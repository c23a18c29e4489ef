using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;
using NudgeBot.People;

namespace NudgeBot.Ledger;

/// <summary><c>thanks @bob for the intro to Priya on 12 May</c>: the member was helped; buttons offer to tell the helper or a channel.</summary>
internal sealed class ThanksCommand(Names names, Records records, ThanksCard card, Refusals refusals) : ICommand
{
    public static CommandInfo Info { get; } = new(
        "thanks", "thanks @bob for the intro to Priya", "thanks Bob and Chen for the review on 12 May", "thanks dora@example.com for a reference 13 years ago")
    {
        Aliases = ["thank"],
    };

    public async Task<Reply> RunAsync(Turn turn, string rest, CancellationToken cancellationToken)
    {
        var parsed = Shapes.Record(rest, await names.ContextAsync(turn, rest, cancellationToken), Connectives.Thanks);
        if (!parsed.Ok)
            return refusals.NotUnderstood(parsed.Error, Info);
        var (who, what, on) = parsed.Value;
        if (records.Refusal(turn, what ?? "", on) is { } refusal)
            return refusal;
        var found = await names.ResolveAsync(turn, who, cancellationToken);
        if (found.Answer is { } answer)
            return answer;
        var entry = await records.AddAsync(turn, EntryKind.Received, found.Persons, what ?? "", on, cancellationToken);
        return await card.ShowAsync(turn, entry, found.Persons, cancellationToken);
    }
}
