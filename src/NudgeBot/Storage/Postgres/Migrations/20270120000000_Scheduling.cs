using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NudgeBot.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Scheduling : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_schedules_DueAt",
                table: "schedules");

            migrationBuilder.DropIndex(
                name: "IX_deliveries_State_NotBefore",
                table: "deliveries");

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

            migrationBuilder.AddColumn<bool>(
                name: "MayHaveRun",
                table: "schedules",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "MeantAt",
                table: "schedules",
                type: "timestamp with time zone",
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
                name: "IX_workspaces_LeaseUntil",
                table: "workspaces",
                column: "LeaseUntil");

            migrationBuilder.CreateIndex(
                name: "IX_workspaces_RemovedAt",
                table: "workspaces",
                column: "RemovedAt");

            migrationBuilder.CreateIndex(
                name: "IX_schedules_DueAt_WorkspaceId",
                table: "schedules",
                columns: new[] { "DueAt", "WorkspaceId" });

            migrationBuilder.CreateIndex(
                name: "IX_schedules_TimeZone_ZoneRules",
                table: "schedules",
                columns: new[] { "TimeZone", "ZoneRules" });

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_State_NotBefore_WorkspaceId",
                table: "deliveries",
                columns: new[] { "State", "NotBefore", "WorkspaceId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_workspaces_LeaseUntil",
                table: "workspaces");

            migrationBuilder.DropIndex(
                name: "IX_workspaces_RemovedAt",
                table: "workspaces");

            migrationBuilder.DropIndex(
                name: "IX_schedules_DueAt_WorkspaceId",
                table: "schedules");

            migrationBuilder.DropIndex(
                name: "IX_schedules_TimeZone_ZoneRules",
                table: "schedules");

            migrationBuilder.DropIndex(
                name: "IX_deliveries_State_NotBefore_WorkspaceId",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "LocalDate",
                table: "schedules");

            migrationBuilder.DropColumn(
                name: "LocalTime",
                table: "schedules");

            migrationBuilder.DropColumn(
                name: "MayHaveRun",
                table: "schedules");

            migrationBuilder.DropColumn(
                name: "MeantAt",
                table: "schedules");

            migrationBuilder.DropColumn(
                name: "TimeZone",
                table: "schedules");

            migrationBuilder.DropColumn(
                name: "ZoneRules",
                table: "schedules");

            migrationBuilder.CreateIndex(
                name: "IX_schedules_DueAt",
                table: "schedules",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_State_NotBefore",
                table: "deliveries",
                columns: new[] { "State", "NotBefore" });
        }
    }
}
