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
internal sealed class Names(BotDb db, NewPersons newPersons, NameQuestion question, IStringLocalizer<PeopleText> text)
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

    /// <summary>Finds every person named; new ones are added to the database with the record that names them.</summary>
    public Task<Resolution> ResolveAsync(Turn turn, IReadOnlyList<PersonName> names, CancellationToken cancellationToken) =>
        ResolveAsync(turn, names, takesIn: true, cancellationToken);

    /// <summary>Finds one person whom the member knows and takes in nobody: for commands that only look or take away.</summary>
    public Task<Resolution> FindAsync(Turn turn, PersonName name, CancellationToken cancellationToken) =>
        ResolveAsync(turn, [name], takesIn: false, cancellationToken);

    private async Task<Resolution> ResolveAsync(Turn turn, IReadOnlyList<PersonName> names, bool takesIn, CancellationToken cancellationToken)
    {
        List<Person> persons = [];
        foreach (var name in names)
        {
            var (person, answer) = await ResolveOneAsync(turn, name, takesIn, cancellationToken);
            if (answer is not null)
                return new([], answer);
            if (!persons.Contains(person!))
                persons.Add(person!);
        }

        return new(persons, null);
    }

    private async Task<(Person? Person, Reply? Answer)> ResolveOneAsync(
        Turn turn, PersonName name, bool takesIn, CancellationToken cancellationToken)
    {
        var folded = Fold.Name(name.Shown);
        var candidates = turn.Picked.TryGetValue(folded, out var picked)
            ? await CandidatesOfPickAsync(picked, cancellationToken)
            : await CandidatesAsync(name, folded, cancellationToken);
        if (candidates is [var only])
            return await TakeAsync(turn, only, takesIn, cancellationToken);
        if (candidates.Count > 1)
            return (null, await question.WhichAsync(turn, name.Shown, folded, candidates, cancellationToken));
        if (name is PersonName.Mention)
            return (null, text["unknown.account", name.Shown].Value);
        if (picked is null && name is not (PersonName.Email or PersonName.Quoted)
            && await question.SlipAsync(turn, name.Shown, folded, offersNew: takesIn, cancellationToken) is { } slip)
            return (null, slip);
        return takesIn ? await newPersons.AddAsync(turn, name, cancellationToken) : (null, text["stranger", name.Shown].Value);
    }

    private async Task<(Person? Person, Reply? Answer)> TakeAsync(
        Turn turn, Candidate candidate, bool takesIn, CancellationToken cancellationToken)
    {
        if (candidate.AccountId == turn.MemberId)
            return (null, text["yourself"].Value);
        if (candidate.PersonId is { } id)
            return (await db.Set<Person>().SingleAsync(row => row.PersonId == id, cancellationToken), null);
        return takesIn ? await newPersons.AddAsync(turn, candidate.AccountId!, cancellationToken) : (null, text["stranger", candidate.Name].Value);
    }

    private async Task<List<Candidate>> CandidatesAsync(PersonName name, string folded, CancellationToken cancellationToken)
    {
        var key = name switch
        {
            PersonName.Mention mention => mention.Account,
            PersonName.Email email => email.Address.ToLowerInvariant(),
            _ => folded,
        };
        AliasKind[][] kinds = name switch
        {
            PersonName.Mention => [[AliasKind.Account]],
            PersonName.Email => [[AliasKind.Email]],
            PersonName.Quoted => [[AliasKind.Name]],
            PersonName.Handle => [[AliasKind.Account, AliasKind.Name], [AliasKind.FirstName]],
            _ => [[AliasKind.Name, AliasKind.Account], [AliasKind.FirstName]],
        };
        // A whole name is meant before a first name: "Ana" is the one who is called just that, if there is one.
        foreach (var tier in kinds)
        {
            var found = await TierAsync(tier, key, cancellationToken);
            if (found.Count > 0)
                return found;
        }

        return [];
    }

    private async Task<List<Candidate>> TierAsync(AliasKind[] tier, string key, CancellationToken cancellationToken)
    {
        var persons = await (
            from alias in db.Set<PersonAlias>()
            join person in db.Set<Person>() on alias.PersonId equals person.PersonId
            where alias.Value == key && tier.Contains(alias.Kind) && alias.Until == null
            select new Candidate(person.PersonId, null, person.Name, person.Employer ?? person.Email)).Distinct().ToListAsync(cancellationToken);
        bool full = tier.Contains(AliasKind.Name), first = tier.Contains(AliasKind.FirstName), id = tier.Contains(AliasKind.Account), email = tier.Contains(AliasKind.Email);
        var accounts = await db.Set<Account>()
            .Where(row => row.IsActive
                && ((full && row.FoldedName == key) || (first && row.FoldedFirstName == key) || (id && row.AccountId == key) || (email && row.Email == key)))
            .Where(row => !db.Set<PersonAlias>().Any(alias => alias.Kind == AliasKind.Account && alias.Value == row.AccountId))
            .Select(row => new Candidate(null, row.AccountId, row.Name, row.Email)).ToListAsync(cancellationToken);
        return [.. persons.Concat(accounts).OrderBy(candidate => candidate.Name, StringComparer.Ordinal)];
    }

    private async Task<List<Candidate>> CandidatesOfPickAsync(string picked, CancellationToken cancellationToken) =>
        Candidate.PersonIn(picked) is { } id
            ? await db.Set<Person>().Where(row => row.PersonId == id).Select(row => new Candidate(row.PersonId, null, row.Name, null)).ToListAsync(cancellationToken)
            : Candidate.AccountIn(picked) is { } account
                ? await db.Set<Account>().Where(row => row.AccountId == account).Select(row => new Candidate(null, row.AccountId, row.Name, null)).ToListAsync(cancellationToken)
                : [];
}
