using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace NudgeBot.Storage.Sqlite;

/// <summary>
/// The full text index, written by hand because EF Core knows neither virtual tables nor triggers. Triggers keep it up to date in the
/// transaction of every change. SQLite drops the triggers of a table that a migration rebuilds; such a migration must end with
/// <see cref="Triggers"/>.
/// </summary>
[DbContext(typeof(SqliteBotDb))]
[Migration("20261231000000_Search")]
internal sealed class SearchMigration : Migration
{
    /// <summary>Makes every trigger that is not there.</summary>
    internal static string Triggers { get; } = string.Join('\n', SearchTriggers.All);

    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        $$"""
          -- One row for each record and person. Its number is the key of the index and has to stay the same when the file is compacted.
          CREATE TABLE search_rows (
              "RowId" INTEGER PRIMARY KEY,
              "WorkspaceId" TEXT NOT NULL, "MemberId" TEXT NOT NULL, "Kind" INTEGER NOT NULL, "Id" TEXT NOT NULL,
              owner TEXT NOT NULL, words TEXT,
              UNIQUE ("WorkspaceId", "MemberId", "Kind", "Id"));

          CREATE VIRTUAL TABLE search USING fts5 (
              owner, words, content = 'search_rows', content_rowid = 'RowId', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');

          CREATE VIEW entry_words AS SELECT
              "WorkspaceId", "MemberId", "EntryId" AS "Id",
              "Text" || ' ' || coalesce((
                  SELECT group_concat(person."Name" || ' ' || coalesce((
                      SELECT group_concat(alias."Value", ' ') FROM person_aliases AS alias
                      WHERE alias."WorkspaceId" = person."WorkspaceId" AND alias."MemberId" = person."MemberId" AND alias."PersonId" = person."PersonId" AND alias."Kind" = 2), ''), ' ')
                  FROM entry_persons AS about JOIN persons AS person
                      ON person."WorkspaceId" = about."WorkspaceId" AND person."MemberId" = about."MemberId" AND person."PersonId" = about."PersonId"
                  WHERE about."WorkspaceId" = entries."WorkspaceId" AND about."MemberId" = entries."MemberId" AND about."EntryId" = entries."EntryId"), '') AS words
              FROM entries;

          CREATE VIEW person_words AS SELECT
              "WorkspaceId", "MemberId", "PersonId" AS "Id",
              "Name" || ' ' || coalesce("Employer", '') || ' ' || coalesce((
                  SELECT group_concat(alias."Value", ' ') FROM person_aliases AS alias
                  WHERE alias."WorkspaceId" = persons."WorkspaceId" AND alias."MemberId" = persons."MemberId" AND alias."PersonId" = persons."PersonId" AND alias."Kind" IN (1, 2)), '')
              || ' ' || coalesce((
                  SELECT group_concat(job."Employer", ' ') FROM employments AS job
                  WHERE job."WorkspaceId" = persons."WorkspaceId" AND job."MemberId" = persons."MemberId" AND job."PersonId" = persons."PersonId"), '') AS words
              FROM persons;

          {{Triggers}}

          INSERT INTO search_rows ("WorkspaceId", "MemberId", "Kind", "Id", owner, words)
              SELECT "WorkspaceId", "MemberId", 0, "Id", hex("WorkspaceId" || char(31) || "MemberId"), words FROM entry_words
              UNION ALL SELECT "WorkspaceId", "MemberId", 1, "Id", hex("WorkspaceId" || char(31) || "MemberId"), words FROM person_words;
          """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        string.Join('\n', SearchTriggers.Names.Select(name => $"DROP TRIGGER IF EXISTS {name};"))
        + "DROP TABLE search; DROP TABLE search_rows; DROP VIEW entry_words; DROP VIEW person_words;");
}
