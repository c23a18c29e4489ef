namespace NudgeBot.Storage.Postgres;

/// <summary>What keeps the full text index up to date: whatever changes the words of a record or a person writes its row anew.</summary>
internal static class SearchTriggers
{
    /// <summary>One function for all tables; it looks at what of the changed row there is.</summary>
    public const string All =
        """
        CREATE FUNCTION search_note() RETURNS trigger LANGUAGE plpgsql AS $body$
        DECLARE
            row jsonb := to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END);
            w text := row ->> 'WorkspaceId';
            m text := row ->> 'MemberId';
            entry uuid := row ->> 'EntryId';
            person uuid := row ->> 'PersonId';
        BEGIN
            IF TG_OP = 'DELETE' AND TG_TABLE_NAME = 'entries' THEN
                DELETE FROM search_rows WHERE "WorkspaceId" = w AND "MemberId" = m AND "Kind" = 0 AND "Id" = entry;
                RETURN NULL;
            END IF;
            IF TG_OP = 'DELETE' AND TG_TABLE_NAME = 'persons' THEN
                DELETE FROM search_rows WHERE "WorkspaceId" = w AND "MemberId" = m AND "Kind" = 1 AND "Id" = person;
                RETURN NULL;
            END IF;
            IF TG_TABLE_NAME IN ('entries', 'entry_persons', 'persons', 'person_aliases') THEN
                INSERT INTO search_rows
                    SELECT "WorkspaceId", "MemberId", 0, "Id", search_words(said) FROM entry_words
                    WHERE "WorkspaceId" = w AND "MemberId" = m AND "Id" = ANY (
                        CASE WHEN entry IS NOT NULL THEN ARRAY[entry] ELSE ARRAY(
                            SELECT "EntryId" FROM entry_persons AS about
                            WHERE about."WorkspaceId" = w AND about."MemberId" = m AND about."PersonId" = person) END)
                    ON CONFLICT ("WorkspaceId", "MemberId", "Kind", "Id") DO UPDATE SET words = excluded.words;
            END IF;
            IF TG_TABLE_NAME IN ('persons', 'person_aliases', 'employments') THEN
                INSERT INTO search_rows
                    SELECT "WorkspaceId", "MemberId", 1, "Id", search_words(said) FROM person_words
                    WHERE "WorkspaceId" = w AND "MemberId" = m AND "Id" = person
                    ON CONFLICT ("WorkspaceId", "MemberId", "Kind", "Id") DO UPDATE SET words = excluded.words;
            END IF;
            RETURN NULL;
        END
        $body$;
        CREATE TRIGGER search_entries AFTER INSERT OR DELETE OR UPDATE OF "Text" ON entries FOR EACH ROW EXECUTE FUNCTION search_note();
        CREATE TRIGGER search_about AFTER INSERT OR DELETE ON entry_persons FOR EACH ROW EXECUTE FUNCTION search_note();
        CREATE TRIGGER search_persons AFTER INSERT OR DELETE OR UPDATE OF "Name", "Employer" ON persons FOR EACH ROW EXECUTE FUNCTION search_note();
        CREATE TRIGGER search_aliases AFTER INSERT OR DELETE ON person_aliases FOR EACH ROW EXECUTE FUNCTION search_note();
        CREATE TRIGGER search_jobs AFTER INSERT OR DELETE ON employments FOR EACH ROW EXECUTE FUNCTION search_note();
        """;
}
