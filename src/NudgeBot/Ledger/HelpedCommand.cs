using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;
using NudgeBot.People;

namespace NudgeBot.Ledger;

/// <summary><c>helped @ana with the board deck yesterday</c>: the member helped.</summary>
internal sealed class HelpedCommand(Names names, Records records, Refusals refusals, IStringLocalizer<LedgerText> text) : ICommand
{
    public static CommandInfo Info { get; } = new(
        "helped", "helped @ana with the board deck yesterday", "helped Ana and \"Bo Li\" with their visas on 12 May", "helped bob@example.com with a reference 3 weeks ago");

    public async Task<Reply> RunAsync(Turn turn, string rest, CancellationToken cancellationToken)
    {
        var parsed = Shapes.Record(rest, await names.ContextAsync(turn, rest, cancellationToken), Connectives.Helped);
        if (!parsed.Ok)
            return refusals.NotUnderstood(parsed.Error, Info);
        var (who, what, on) = parsed.Value;
        if (what is null)
            return Missing(rest, who);
        if (records.Refusal(turn, what, on) is { } refusal)
            return refusal;
        var found = await names.ResolveAsync(turn, who, cancellationToken);
        if (found.Answer is { } answer)
            return answer;
        var entry = await records.AddAsync(turn, EntryKind.Gave, found.Persons, what, on, cancellationToken);
        return records.Confirm(turn, entry, found.Persons);
    }

    // "helped priya move house" reads as a long name as long as nobody knows Priya.
    private Reply Missing(string rest, IReadOnlyList<PersonName> who) =>
        who.LastOrDefault(name => name is PersonName.Bare && name.Shown.Contains(' ', StringComparison.Ordinal)) is { } name
            ? text["helped.what", name.Shown, Info.Examples[0]].Value
            : refusals.NotUnderstood(new GrammarError(GrammarErrorKind.MissingText, rest.Length), Info);
}
