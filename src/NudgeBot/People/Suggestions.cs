using Microsoft.EntityFrameworkCore;
using NudgeBot.Chat;
using NudgeBot.Commands.Grammar;
using NudgeBot.Storage;
using NudgeBot.Workspaces;

namespace NudgeBot.People;

/// <summary>Whom a member may mean while they type a name into a <see cref="PersonField"/>: their own persons first, then colleagues.</summary>
internal sealed class Suggestions(BotDb db)
{
    private const int Most = 20;

    /// <summary>Those of whose names a word begins with the text, by name; all of the member's own when it is empty.</summary>
    public async Task<IReadOnlyList<Option>> FindAsync(string text, CancellationToken cancellationToken)
    {
        var start = Fold.Name(text.TrimStart('@', '"'));
        List<Found> found = await OwnAsync(start, cancellationToken);
        if (found.Count < Most)
#pragma warning disable CA1309 // The database compares, by code points; only so can it use the index.
            found.AddRange(await Colleagues().Where(row => string.Compare(row.FoldedName, start) >= 0 && string.Compare(row.FoldedName, start + '\uffff') < 0)
#pragma warning restore CA1309
                .OrderBy(row => row.FoldedName).Take(Most - found.Count).Select(row => new Found(null, row.AccountId, row.Name, row.Email)).ToListAsync(cancellationToken));
        // A later word has no order in the index: every name of the workspace is looked at, in the index alone.
        if (found.Count < Most && start.Length > 0)
            found.AddRange(await Colleagues().Where(row => row.FoldedName.Contains(" " + start) && !row.FoldedName.StartsWith(start))
                .OrderBy(row => row.FoldedName).Take(Most - found.Count).Select(row => new Found(null, row.AccountId, row.Name, row.Email)).ToListAsync(cancellationToken));
        return [.. found.Select(one => new Option(Value(one), Label(one, found)))];
    }

    private Task<List<Found>> OwnAsync(string start, CancellationToken cancellationToken)
    {
        var aliases = db.Set<PersonAlias>();
        return (
            from alias in aliases
            join person in db.Set<Person>() on alias.PersonId equals person.PersonId
            where alias.Kind == AliasKind.Name && alias.Until == null && (alias.Value.StartsWith(start) || alias.Value.Contains(" " + start))
            orderby alias.Value, person.PersonId
            select new Found(
                person.PersonId,
                aliases.Where(other => other.PersonId == person.PersonId && other.Kind == AliasKind.Account && other.Until == null).Select(other => other.Value).FirstOrDefault(),
                person.Name, person.Employer ?? person.Email)).Take(Most).ToListAsync(cancellationToken);
    }

    /// <summary>Everybody in the workspace whom the member does not know yet.</summary>
    private IQueryable<Account> Colleagues() => db.Set<Account>().Where(row => row.IsActive && row.AccountId != db.MemberId
        && !db.Set<PersonAlias>().Any(alias => alias.Kind == AliasKind.Account && alias.Value == row.AccountId && alias.Until == null));

    /// <summary>What one would write in a command; quoted, a name is meant as a whole.</summary>
    private static string Value(Found one) => one.AccountId is { } account ? $"<@{account}>" : $"\"{one.Name.Replace("\"", "", StringComparison.Ordinal)}\"";

    private static string Label(Found one, List<Found> all) =>
        one.Hint is { } hint && all.Count(other => other.Name == one.Name) > 1 ? $"{one.Name} ({hint})" : one.Name;

    private sealed record Found(Guid? PersonId, string? AccountId, string Name, string? Hint);
}
