using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;
using NudgeBot.People;

namespace NudgeBot.Ledger;

/// <summary><c>note @ana likes tea better than coffee</c>: a private text about a person.</summary>
internal sealed class NoteCommand(Names names, Records records, Refusals refusals) : ICommand
{
    public static CommandInfo Info { get; } = new("note", "note @ana likes tea better than coffee", "note \"Bo Li\" has two daughters");

    public async Task<Reply> RunAsync(Turn turn, string rest, CancellationToken cancellationToken)
    {
        var parsed = Shapes.PersonAndText(rest, await names.ContextAsync(turn, rest, cancellationToken));
        if (!parsed.Ok)
            return refusals.NotUnderstood(parsed.Error, Info);
        var (who, what) = parsed.Value;
        var found = await names.ResolveAsync(turn, who, cancellationToken);
        if (found.Answer is { } answer)
            return answer;
        var entry = await records.AddAsync(turn, EntryKind.Note, found.Persons, what, null, cancellationToken);
        return records.Confirm(turn, entry, found.Persons);
    }
}
