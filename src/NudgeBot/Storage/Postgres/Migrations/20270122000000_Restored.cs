using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NudgeBot.Storage.Postgres.Migrations
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
                type: "boolean",
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
