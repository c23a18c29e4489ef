using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace NudgeBot.Storage.Postgres;

/// <summary>The table of <see cref="PostgresEventNotes"/>, which is no part of the model: SQLite keeps its notes elsewhere.</summary>
[DbContext(typeof(PostgresBotDb))]
[Migration("20261231000001_EventNotes")]
internal sealed class EventNotesMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE TABLE event_notes (
            "WorkspaceId" text COLLATE "C" NOT NULL, "Channel" text COLLATE "C" NOT NULL, "EventId" text COLLATE "C" NOT NULL,
            "At" timestamptz NOT NULL, "Body" text NOT NULL,
            PRIMARY KEY ("WorkspaceId", "Channel", "EventId"));
        CREATE INDEX event_notes_at ON event_notes ("At");
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DROP TABLE event_notes;");
}
