namespace NudgeBot.Storage.Sqlite;

/// <summary>What keeps the full text index up to date: whatever changes the words of a record or a person writes its row anew.</summary>
internal static class SearchTriggers
{
    private const string Entries = "0", Persons = "1";

    private static readonly (string Name, string When, string Then)[] Rows =
    [
        ("search_row_added", "INSERT ON search_rows", Index("new")),
        ("search_row_removed", "DELETE ON search_rows", Unindex("old")),
        ("search_row_changed", "UPDATE ON search_rows", Unindex("old") + Index("new")),

        ("search_entry_added", "INSERT ON entries", Add(Entries, "new.\"EntryId\"") + Entry("new")),
        ("search_entry_changed", "UPDATE OF \"Text\" ON entries", Entry("new")),
        ("search_entry_removed", "DELETE ON entries", Remove(Entries, "old.\"EntryId\"")),
        ("search_about_added", "INSERT ON entry_persons", Entry("new")),
        ("search_about_removed", "DELETE ON entry_persons", Entry("old")),

        ("search_person_added", "INSERT ON persons", Add(Persons, "new.\"PersonId\"") + Person("new")),
        ("search_person_changed", "UPDATE OF \"Name\", \"Employer\" ON persons", Person("new") + EntriesOf("new")),
        ("search_person_removed", "DELETE ON persons", Remove(Persons, "old.\"PersonId\"")),
        ("search_alias_added", "INSERT ON person_aliases", Person("new") + EntriesOf("new")),
        ("search_alias_removed", "DELETE ON person_aliases", Person("old") + EntriesOf("old")),
        ("search_job_added", "INSERT ON employments", Person("new")),
        ("search_job_removed", "DELETE ON employments", Person("old")),
    ];

    public static IEnumerable<string> All => Rows.Select(row => $"CREATE TRIGGER IF NOT EXISTS {row.Name} AFTER {row.When} BEGIN {row.Then} END;");

    public static IEnumerable<string> Names => Rows.Select(row => row.Name);

    private static string Index(string row) => $"INSERT INTO search (rowid, owner, words) VALUES ({row}.\"RowId\", {row}.owner, {row}.words); ";

    // FTS5 must be told what a row said, or its index keeps it (sqlite.org/fts5.html#external_content_tables).
    private static string Unindex(string row) =>
        $"INSERT INTO search (search, rowid, owner, words) VALUES ('delete', {row}.\"RowId\", {row}.owner, {row}.words); ";

    private static string Add(string kind, string id) =>
        "INSERT INTO search_rows (\"WorkspaceId\", \"MemberId\", \"Kind\", \"Id\", owner) "
        + $"VALUES (new.\"WorkspaceId\", new.\"MemberId\", {kind}, {id}, hex(new.\"WorkspaceId\" || char(31) || new.\"MemberId\")); ";

    private static string Remove(string kind, string id) => $"DELETE FROM search_rows WHERE {Mine("old", kind)} AND \"Id\" = {id}; ";

    private static string Entry(string row) => Write("entry_words", row, Entries, $"= {row}.\"EntryId\"");

    private static string Person(string row) => Write("person_words", row, Persons, $"= {row}.\"PersonId\"");

    private static string EntriesOf(string row) => Write(
        "entry_words", row, Entries,
        $"IN (SELECT about.\"EntryId\" FROM entry_persons AS about WHERE about.\"WorkspaceId\" = {row}.\"WorkspaceId\" AND about.\"MemberId\" = {row}.\"MemberId\" AND about.\"PersonId\" = {row}.\"PersonId\")");

    private static string Write(string view, string row, string kind, string which) =>
        $"UPDATE search_rows SET words = (SELECT said.words FROM {view} AS said WHERE said.\"WorkspaceId\" = search_rows.\"WorkspaceId\" "
        + $"AND said.\"MemberId\" = search_rows.\"MemberId\" AND said.\"Id\" = search_rows.\"Id\") WHERE {Mine(row, kind)} AND \"Id\" {which}; ";

    private static string Mine(string row, string kind) =>
        $"\"WorkspaceId\" = {row}.\"WorkspaceId\" AND \"MemberId\" = {row}.\"MemberId\" AND \"Kind\" = {kind}";
}
