using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NudgeBot.Storage.Sqlite.Migrations
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
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<TimeOnly>(
                name: "LocalTime",
                table: "schedules",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "MayHaveRun",
                table: "schedules",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "MeantAt",
                table: "schedules",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TimeZone",
                table: "schedules",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ZoneRules",
                table: "schedules",
                type: "TEXT",
                nullable: true);

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
