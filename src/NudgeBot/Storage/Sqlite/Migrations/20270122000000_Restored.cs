using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NudgeBot.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Restored : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "MayHaveRun",
                table: "schedules",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "MayHaveRun",
                table: "schedules");
        }
    }
}
