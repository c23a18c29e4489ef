using System.Text;
using Microsoft.EntityFrameworkCore;

namespace NudgeBot.Storage.Sqlite;

/// <summary>
/// Full text by FTS5 (sqlite.org/fts5.html) over the index that <see cref="SearchMigration"/> makes. The owner is a word of the index: only
/// their own rows are looked at, whatever is searched for.
/// </summary>
internal sealed class SqliteWordSearch(BotDb db) : IWordSearch
{
    public IQueryable<Guid> Find(Searched searched, IReadOnlyList<IReadOnlyList<string>> words)
    {
        var match = Match(db.WorkspaceId ?? "", db.MemberId ?? "", words);
        var kind = (int)searched;
        return db.Database.SqlQuery<Guid>(
            $"""
             SELECT row."Id" AS "Value" FROM search JOIN search_rows AS row ON row."RowId" = search.rowid
             WHERE search MATCH {match} AND row."WorkspaceId" = {db.WorkspaceId} AND row."MemberId" = {db.MemberId} AND row."Kind" = {kind}
             """);
    }

    /// <summary>The query in FTS5's language; every word stands in quotes, where nothing but a quote means anything.</summary>
    internal static string Match(string workspaceId, string memberId, IReadOnlyList<IReadOnlyList<string>> words)
    {
        var last = words.Count - 1;
        var all = words.Select((spellings, index) => $"({string.Join(" OR ", spellings.Select(word => Quoted(word) + (index == last ? "*" : "")))})");
        return $"owner:{Convert.ToHexString(Encoding.UTF8.GetBytes($"{workspaceId}\u001f{memberId}"))} AND words:({string.Join(" AND ", all)})";
    }

    private static string Quoted(string word) => $"\"{word.Replace("\"", "\"\"", StringComparison.Ordinal).Replace("\0", "", StringComparison.Ordinal)}\"";
}
