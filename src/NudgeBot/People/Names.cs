using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NudgeBot.Chat;
using NudgeBot.Commands;
using NudgeBot.Commands.Grammar;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.People;

/// <summary>
/// Finds out who is meant by the names in a command: a mention, an e-mail address, a quoted or bare name. A name that fits several
/// persons becomes a question; one that fits nobody becomes a new person, unless it looks like a slip of somebody known.
/// </summary>
internal sealed class Names(BotDb db, NameLookup lookup, NewPersons newPersons, NameQuestion question, IStringLocalizer<PeopleText> text)
{
    /// <summary>What the grammar needs to know to split a text: today, and which of its words are names that the member knows.</summary>
    public async Task<ParseContext> ContextAsync(Turn turn, string line, CancellationToken cancellationToken)
    {
        var candidates = Known.NameCandidates(line);
        var aliases = await db.Set<PersonAlias>().AsNoTracking().Where(row => candidates.Contains(row.Value)).Select(row => row.Value).ToListAsync(cancellationToken);
        var accounts = await db.Set<Account>().AsNoTracking()
            .Where(row => candidates.Contains(row.FoldedName) || candidates.Contains(row.FoldedFirstName) || candidates.Contains(row.AccountId))
            .Select(row => new { row.FoldedName, row.FoldedFirstName, row.AccountId }).ToListAsync(cancellationToken);
        var known = accounts.SelectMany(account => new[] { account.FoldedName, account.FoldedFirstName, account.AccountId }).Concat(aliases);
        return new ParseContext(turn.Today, known.ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Finds one person.</summary>
    public Task<Resolution> ResolveAsync(Turn turn, PersonName name, CancellationToken cancellationToken) =>
        ResolveAsync(turn, [name], cancellationToken);

    /// <summary>Finds every person named. Only when all of them are clear, new ones are added to the database.</summary>
    public async Task<Resolution> ResolveAsync(Turn turn, IReadOnlyList<PersonName> names, CancellationToken cancellationToken)
    {
        List<Meant> persons = [];
        foreach (var name in names)
        {
            var (meant, answer) = await DecideAsync(turn, name, cancellationToken);
            if (answer is not null)
                return new([], answer);
            if (!persons.Contains(meant!))
                persons.Add(meant!);
        }

        return await newPersons.TakeAsync(turn, persons, cancellationToken);
    }

    /// <summary>Finds one person whom the member knows and takes in nobody: for commands that only look or take away.</summary>
    public async Task<Resolution> FindAsync(Turn turn, PersonName name, CancellationToken cancellationToken)
    {
        var (meant, answer) = await DecideAsync(turn, name, cancellationToken, offersNew: false);
        if (answer is not null)
            return new([], answer);
        return meant is Meant.Known ? await newPersons.TakeAsync(turn, [meant], cancellationToken) : new([], text["stranger", name.Shown].Value);
    }

    private async Task<(Meant? Meant, Reply? Answer)> DecideAsync(
        Turn turn, PersonName name, CancellationToken cancellationToken, bool offersNew = true)
    {
        var folded = Fold.Name(name.Shown);
        var picked = turn.Picked.GetValueOrDefault(folded);
        var candidates = picked is null ? [] : await lookup.OfKeyAsync(picked, cancellationToken);
        if (candidates.Count == 0 && picked is not NameQuestion.SomebodyNew)
            candidates = await lookup.FindAsync(name, cancellationToken);
        if (candidates is [var only])
            return only.AccountId == turn.MemberId ? (null, text["yourself"].Value) : (only.Meant, null);
        if (candidates.Count > 1)
            return (null, await question.WhichAsync(turn, name.Shown, folded, candidates, cancellationToken));
        if (name is PersonName.Mention)
            return (null, text["unknown.account", name.Shown].Value);
        if (picked is null && name is not (PersonName.Email or PersonName.Quoted)
            && await question.SlipAsync(turn, name.Shown, folded, offersNew, cancellationToken) is { } slip)
            return (null, slip);
        return name.Shown.Length > NewPersons.LongestName
            ? (null, text["name.long", NewPersons.LongestName].Value)
            : (new Meant.Unknown(NameShape.Of(name), (name as PersonName.Email)?.Address.ToLowerInvariant()), null);
    }
}
