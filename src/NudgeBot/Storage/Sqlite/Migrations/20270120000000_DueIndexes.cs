using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NudgeBot.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class DueIndexes : Migration
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
                name: "IX_deliveries_State_NotBefore_WorkspaceId",
                table: "deliveries");

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
