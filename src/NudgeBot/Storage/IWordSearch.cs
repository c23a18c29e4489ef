namespace NudgeBot.Storage;

/// <summary>
/// Full text over the records and persons of whoever the database is asked for. Every provider has its own: SQLite's FTS5, PostgreSQL's
/// text search.
/// </summary>
internal interface IWordSearch
{
    /// <summary>
    /// The ids of the rows that hold all the words, as a query to compose with. Accents and case do not matter, and the last word may go on.
    /// </summary>
    /// <param name="searched">Which rows.</param>
    /// <param name="words">Each word in all the spellings that count for it; letters and digits, at least one.</param>
    IQueryable<Guid> Find(Searched searched, IReadOnlyList<IReadOnlyList<string>> words);
}

/// <summary>What can be searched.</summary>
internal enum Searched
{
    /// <summary>Records: their text, and the names of their persons.</summary>
    Entries,

    /// <summary>Persons: their names, addresses and employers, former ones as well.</summary>
    Persons,
}
