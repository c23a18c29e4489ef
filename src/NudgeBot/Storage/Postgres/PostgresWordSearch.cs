using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace NudgeBot.Storage.Postgres;

/// <summary>Full text by PostgreSQL's own search over the rows that <see cref="SearchMigration"/> keeps.</summary>
internal sealed class PostgresWordSearch(BotDb db) : IWordSearch
{
    public IQueryable<Guid> Find(Searched searched, IReadOnlyList<IReadOnlyList<string>> words)
    {
        var (query, kind) = (Query(words), (int)searched);
        return db.Database.SqlQuery<Guid>(
            $"""
             SELECT "Id" AS "Value" FROM search_rows
             WHERE "WorkspaceId" = {db.WorkspaceId} AND "MemberId" = {db.MemberId} AND "Kind" = {kind} AND words @@ {query}::tsquery
             """);
    }

    /// <summary>The query in tsquery's own form, where no further parsing happens (postgresql.org/docs/current/datatype-textsearch.html).</summary>
    internal static string Query(IReadOnlyList<IReadOnlyList<string>> words)
    {
        var last = words.Count - 1;
        return string.Join(" & ", words.Select((spellings, index) =>
            $"({string.Join(" | ", spellings.Select(word => $"'{Folded(word)}'{(index == last ? ":*" : "")}"))})"));
    }

    /// <summary>A word as the function <c>search_words</c> of the database folds it: without accents, in lower case, cut.</summary>
    private static string Folded(string word)
    {
        var bare = string.Concat(word.Normalize(NormalizationForm.FormD).Where(sign => CharUnicodeInfo.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark && sign is not ('\'' or '\\' or '\0')));
        return bare.ToLowerInvariant()[..Math.Min(bare.Length, SearchMigration.LongestWord)];
    }
}
