using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NudgeBot.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class LocalTimes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "LocalDate",
                table: "schedules",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<TimeOnly>(
                name: "LocalTime",
                table: "schedules",
                type: "time without time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TimeZone",
                table: "schedules",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "ZoneRules",
                table: "schedules",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.CreateIndex(
                name: "IX_schedules_TimeZone_ZoneRules",
                table: "schedules",
                columns: new[] { "TimeZone", "ZoneRules" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_schedules_TimeZone_ZoneRules",
                table: "schedules");

            migrationBuilder.DropColumn(
                name: "LocalDate",
                table: "schedules");

            migrationBuilder.DropColumn(
                name: "LocalTime",
                table: "schedules");

            migrationBuilder.DropColumn(
                name: "TimeZone",
                table: "schedules");

            migrationBuilder.DropColumn(
                name: "ZoneRules",
                table: "schedules");
        }
    }
}
