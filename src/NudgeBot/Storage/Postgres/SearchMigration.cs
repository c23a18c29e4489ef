using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace NudgeBot.Storage.Postgres;

/// <summary>
/// The full text index, written by hand because EF Core knows neither functions nor triggers. Triggers keep it up to date in the
/// transaction of every change, as <see cref="Sqlite.SearchMigration"/> does.
/// </summary>
[DbContext(typeof(PostgresBotDb))]
[Migration("20261231000000_Search")]
internal sealed class SearchMigration : Migration
{
    /// <summary>Words are cut to so many characters: a lexeme may have 2,046 bytes.</summary>
    public const int LongestWord = 200;

    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        $$"""
          -- The words of a text without accents and in lower case. ICU's rules hold whatever the locale of the database is.
          CREATE FUNCTION search_words(said text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $body$
              SELECT array_to_tsvector(coalesce(array_agg(DISTINCT left(word, {{LongestWord}})) FILTER (WHERE word <> ''), '{}'))
              FROM regexp_split_to_table(
                  lower(regexp_replace(normalize(said, NFD), '[\u0300-\u036F]', '', 'g') COLLATE "und-x-icu"), '[^[:alnum:]]+') AS word
          $body$;

          CREATE TABLE search_rows (
              "WorkspaceId" text COLLATE "C" NOT NULL, "MemberId" text COLLATE "C" NOT NULL, "Kind" integer NOT NULL, "Id" uuid NOT NULL,
              words tsvector NOT NULL,
              PRIMARY KEY ("WorkspaceId", "MemberId", "Kind", "Id"));
          CREATE INDEX search_rows_words ON search_rows USING gin (words);

          CREATE VIEW entry_words AS SELECT
              "WorkspaceId", "MemberId", "EntryId" AS "Id",
              "Text" || ' ' || coalesce((
                  SELECT string_agg(person."Name" || ' ' || coalesce((
                      SELECT string_agg(alias."Value", ' ') FROM person_aliases AS alias
                      WHERE alias."WorkspaceId" = person."WorkspaceId" AND alias."MemberId" = person."MemberId" AND alias."PersonId" = person."PersonId" AND alias."Kind" = 2), ''), ' ')
                  FROM entry_persons AS about JOIN persons AS person
                      ON person."WorkspaceId" = about."WorkspaceId" AND person."MemberId" = about."MemberId" AND person."PersonId" = about."PersonId"
                  WHERE about."WorkspaceId" = entries."WorkspaceId" AND about."MemberId" = entries."MemberId" AND about."EntryId" = entries."EntryId"), '') AS said
              FROM entries;

          CREATE VIEW person_words AS SELECT
              "WorkspaceId", "MemberId", "PersonId" AS "Id",
              "Name" || ' ' || coalesce("Employer", '') || ' ' || coalesce((
                  SELECT string_agg(alias."Value", ' ') FROM person_aliases AS alias
                  WHERE alias."WorkspaceId" = persons."WorkspaceId" AND alias."MemberId" = persons."MemberId" AND alias."PersonId" = persons."PersonId" AND alias."Kind" IN (1, 2)), '')
              || ' ' || coalesce((
                  SELECT string_agg(job."Employer", ' ') FROM employments AS job
                  WHERE job."WorkspaceId" = persons."WorkspaceId" AND job."MemberId" = persons."MemberId" AND job."PersonId" = persons."PersonId"), '') AS said
              FROM persons;

          {{SearchTriggers.All}}

          INSERT INTO search_rows SELECT "WorkspaceId", "MemberId", 0, "Id", search_words(said) FROM entry_words;
          INSERT INTO search_rows SELECT "WorkspaceId", "MemberId", 1, "Id", search_words(said) FROM person_words;
          """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        "DROP FUNCTION search_note() CASCADE; DROP TABLE search_rows; DROP VIEW entry_words; DROP VIEW person_words; DROP FUNCTION search_words(text);");
}
