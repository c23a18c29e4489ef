using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NudgeBot.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "TEXT", nullable: false),
                    AccountId = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    FoldedName = table.Column<string>(type: "TEXT", nullable: false),
                    FoldedFirstName = table.Column<string>(type: "TEXT", nullable: false),
                    Email = table.Column<string>(type: "TEXT", nullable: true),
                    TimeZone = table.Column<string>(type: "TEXT", nullable: false),
                    IsAdmin = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts", x => new { x.WorkspaceId, x.AccountId });
                });

            migrationBuilder.CreateTable(
                name: "asks",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "TEXT", nullable: false),
                    MemberId = table.Column<string>(type: "TEXT", nullable: false),
                    AskId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_asks", x => new { x.WorkspaceId, x.MemberId, x.AskId });
                });

            migrationBuilder.CreateTable(
                name: "deliveries",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "TEXT", nullable: false),
                    DeliveryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MemberId = table.Column<string>(type: "TEXT", nullable: false),
                    FromMemberId = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    ConversationId = table.Column<string>(type: "TEXT", nullable: false),
                    IsDirect = table.Column<bool>(type: "INTEGER", nullable: false),
                    EphemeralFor = table.Column<string>(type: "TEXT", nullable: true),
                    Replaces = table.Column<Guid>(type: "TEXT", nullable: true),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    NotBefore = table.Column<long>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    PlatformId = table.Column<string>(type: "TEXT", nullable: true),
                    Error = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deliveries", x => new { x.WorkspaceId, x.DeliveryId });
                });

            migrationBuilder.CreateTable(
                name: "digest_posts",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "TEXT", nullable: false),
                    PostId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChannelId = table.Column<string>(type: "TEXT", nullable: false),
                    PostedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DeliveryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", nullable: false),
                    Waiting = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_digest_posts", x => new { x.WorkspaceId, x.PostId });
                });

            migrationBuilder.CreateTable(
                name: "digests",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "TEXT", nullable: false),
                    ChannelId = table.Column<string>(type: "TEXT", nullable: false),
                    Phrase = table.Column<string>(type: "TEXT", nullable: false),
                    TimeZone = table.Column<string>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", nullable: false),
                    Anchor = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_digests", x => new { x.WorkspaceId, x.ChannelId });
                });

            migrationBuilder.CreateTable(
                name: "entries",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "TEXT", nullable: false),
                    MemberId = table.Column<string>(type: "TEXT", nullable: false),
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_entries", x => new { x.WorkspaceId, x.MemberId, x.EntryId });
                });

            migrationBuilder.CreateTable(
                name: "held_commands",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "TEXT", nullable: false),
                    MemberId = table.Column<string>(type: "TEXT", nullable: false),
                    HeldId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Line = table.Column<string>(type: "TEXT", nullable: false),
                    FoldedName = table.Column<string>(type: "TEXT", nullable: false),
                    Picked = table.Column<string>(type: "TEXT", nullable: false),
                    HeldAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_held_commands", x => new { x.WorkspaceId, x.MemberId, x.HeldId });
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "TEXT", nullable: false),
                    Channel = table.Column<string>(type: "TEXT", nullable: false),
                    EventId = table.Column<string>(type: "TEXT", nullable: false),
                    MemberId = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inbox", x => new { x.WorkspaceId, x.Channel, x.EventId });
                });

            migrationBuilder.CreateTable(
                name: "local_messages",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "TEXT", nullable: false),
                    MessageId = table.Column<long>(type: "INTEGER", nullable: false),
                    ConversationId = table.Column<string>(type: "TEXT", nullable: false),
                    IsDirect = table.Column<bool>(type: "INTEGER", nullable: false),
                    EphemeralFor = table.Column<string>(type: "TEXT", nullable: true),
                    From = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    DeliveryId = table.Column<Guid>(type: "TEXT", nullable: true),
                    EventId = table.Column<string>(type: "TEXT", nullable: true),
                    Replaces = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_local_messages", x => new { x.WorkspaceId, x.MessageId });
                });

            migrationBuilder.CreateTable(
                name: "mailboxes",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "TEXT", nullable: false),
                    MemberId = table.Column<string>(type: "TEXT", nullable: false),
                    ConversationId = table.Column<string>(type: "TEXT", nullable: false),
                    BlockedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mailboxes", x => new { x.WorkspaceId, x.MemberId });
                });

            migrationBuilder.CreateTable(
                name: "members",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "TEXT", nullable: false),
                    MemberId = table.Column<string>(type: "TEXT", nullable: false),
                    JoinedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Consent = table.Column<int>(type: "INTEGER", nullable: false),
                    TimeZone = table.Column<string>(type: "TEXT", nullable: true),
                    Language = table.Column<string>(type: "TEXT", nullable: false),
                    NudgeDay = table.Column<int>(type: "INTEGER", nullable: false),
                    NudgeTime = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    DaysOff = table.Column<int>(type: "INTEGER", nullable: false),
                    NudgesAWeek = table.Column<int>(type: "INTEGER", nullable: false),
                    Seats = table.Column<int>(type: "INTEGER", nullable: false),
                    UsesShelf = table.Column<bool>(type: "INTEGER", nullable: false),
                    RevealsMutualChoice = table.Column<bool>(type: "INTEGER", nullable: false),
                    PausedUntil = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members", x => new { x.WorkspaceId, x.MemberId });
                });

            migrationBuilder.CreateTable(
                name: "paces",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "TEXT", nullable: false),
                    MemberId = table.Column<string>(type: "TEXT", nullable: false),
                    Nudges = table.Column<int>(type: "INTEGER", nullable: false),
                    Ignored = table.Column<int>(type: "INTEGER", nullable: false),
                    NudgedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WantsMonthly = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_paces", x => new { x.WorkspaceId, x.MemberId });
                });

            migrationBuilder.CreateTable(
                name: "persons",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "TEXT", nullable: false),
                    MemberId = table.Column<string>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Email = table.Column<string>(type: "TEXT", nullable: true),
                    Link = table.Column<string>(type: "TEXT", nullable: true),
                    Employer = table.Column<string>(type: "TEXT", nullable: true),
                    KnownSince = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_persons", x => new { x.WorkspaceId, x.MemberId, x.PersonId });
                });

            migrationBuilder.CreateTable(
                name: "revelations",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "TEXT", nullable: false),
                    MemberId = table.Column<string>(type: "TEXT", nullable: false),
                    FromMemberId = table.Column<string>(type: "TEXT", nullable: false),
                    ToldAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_revelations", x => new { x.WorkspaceId, x.MemberId, x.FromMemberId });
                });

            migrationBuilder.CreateTable(
                name: "reviews",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "TEXT", nullable: false),
                    MemberId = table.Column<string>(type: "TEXT", nullable: false),
                    BegunAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reviews", x => new { x.WorkspaceId, x.MemberId });
                });

            migrationBuilder.CreateTable(
                name: "schedules",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    MemberId = table.Column<string>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Failures = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_schedules", x => new { x.WorkspaceId, x.Kind, x.MemberId, x.Subject });
                });

            migrationBuilder.CreateTable(
                name: "shared_circle_members",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "TEXT", nullable: false),
                    ChannelId = table.Column<string>(type: "TEXT", nullable: false),
                    MemberId = table.Column<string>(type: "TEXT", nullable: false),
                    JoinedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shared_circle_members", x => new { x.WorkspaceId, x.ChannelId, x.MemberId });
                });

            migrationBuilder.CreateTable(
                name: "shared_thanks",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "TEXT", nullable: false),
                    SharedId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FromMemberId = table.Column<string>(type: "TEXT", nullable: false),
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    GiverAccountId = table.Column<string>(type: "TEXT", nullable: true),
                    GiverName = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ChannelId = table.Column<string>(type: "TEXT", nullable: false),
                    ChannelName = table.Column<string>(type: "TEXT", nullable: false),
                    SharedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ShownAt = table.Column<long>(type: "INTEGER", nullable: true),
                    TakenDownAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shared_thanks", x => new { x.WorkspaceId, x.SharedId });
                });

            migrationBuilder.CreateTable(
                name: "thanks_letters",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "TEXT", nullable: false),
                    MemberId = table.Column<string>(type: "TEXT", nullable: false),
                    LetterId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FromMemberId = table.Column<string>(type: "TEXT", nullable: false),
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    KeptEntryId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_thanks_letters", x => new { x.WorkspaceId, x.MemberId, x.LetterId });
                });

            migrationBuilder.CreateTable(
                name: "workspaces",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "TEXT", nullable: false),
                    Channel = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    InstalledAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ClockOffset = table.Column<long>(type: "INTEGER", nullable: false),
                    LeaseHolder = table.Column<string>(type: "TEXT", nullable: true),
                    LeaseUntil = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workspaces", x => x.WorkspaceId);
                });

            migrationBuilder.CreateTable(
                name: "public_asks",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "TEXT", nullable: false),
                    AskId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuthorId = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_public_asks", x => new { x.WorkspaceId, x.AskId });
                    table.ForeignKey(
                        name: "FK_public_asks_asks_WorkspaceId_AuthorId_AskId",
                        columns: x => new { x.WorkspaceId, x.AuthorId, x.AskId },
                        principalTable: "asks",
                        principalColumns: new[] { "WorkspaceId", "MemberId", "AskId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "digest_items",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "TEXT", nullable: false),
                    ChannelId = table.Column<string>(type: "TEXT", nullable: false),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PostId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_digest_items", x => new { x.WorkspaceId, x.ChannelId, x.ItemId });
                    table.ForeignKey(
                        name: "FK_digest_items_digest_posts_WorkspaceId_PostId",
                        columns: x => new { x.WorkspaceId, x.PostId },
                        principalTable: "digest_posts",
                        principalColumns: new[] { "WorkspaceId", "PostId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "suggested_pairs",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "TEXT", nullable: false),
                    PostId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FirstId = table.Column<string>(type: "TEXT", nullable: false),
                    SecondId = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_suggested_pairs", x => new { x.WorkspaceId, x.PostId, x.FirstId, x.SecondId });
                    table.ForeignKey(
                        name: "FK_suggested_pairs_digest_posts_WorkspaceId_PostId",
                        columns: x => new { x.WorkspaceId, x.PostId },
                        principalTable: "digest_posts",
                        principalColumns: new[] { "WorkspaceId", "PostId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ask_letters",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "TEXT", nullable: false),
                    MemberId = table.Column<string>(type: "TEXT", nullable: false),
                    AskId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FromMemberId = table.Column<string>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    OfferedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ask_letters", x => new { x.WorkspaceId, x.MemberId, x.AskId });
                    table.ForeignKey(
                        name: "FK_ask_letters_asks_WorkspaceId_FromMemberId_AskId",
                        columns: x => new { x.WorkspaceId, x.FromMemberId, x.AskId },
                        principalTable: "asks",
                        principalColumns: new[] { "WorkspaceId", "MemberId", "AskId" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ask_letters_persons_WorkspaceId_FromMemberId_PersonId",
                        columns: x => new { x.WorkspaceId, x.FromMemberId, x.PersonId },
                        principalTable: "persons",
                        principalColumns: new[] { "WorkspaceId", "MemberId", "PersonId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "associates",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "TEXT", nullable: false),
                    MemberId = table.Column<string>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ring = table.Column<int>(type: "INTEGER", nullable: false),
                    Cadence = table.Column<string>(type: "TEXT", nullable: true),
                    CadenceDays = table.Column<int>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    ChosenOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RestedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReviewedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_associates", x => new { x.WorkspaceId, x.MemberId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_associates_persons_WorkspaceId_MemberId_PersonId",
                        columns: x => new { x.WorkspaceId, x.MemberId, x.PersonId },
                        principalTable: "persons",
                        principalColumns: new[] { "WorkspaceId", "MemberId", "PersonId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "attentions",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "TEXT", nullable: false),
                    MemberId = table.Column<string>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SuggestedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Unanswered = table.Column<int>(type: "INTEGER", nullable: false),
                    AskedToKeep = table.Column<bool>(type: "INTEGER", nullable: false),
                    SnoozedUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Stopped = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_attentions", x => new { x.WorkspaceId, x.MemberId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_attentions_persons_WorkspaceId_MemberId_PersonId",
                        columns: x => new { x.WorkspaceId, x.MemberId, x.PersonId },
                        principalTable: "persons",
                        principalColumns: new[] { "WorkspaceId", "MemberId", "PersonId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "circle_changes",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "TEXT", nullable: false),
                    MemberId = table.Column<string>(type: "TEXT", nullable: false),
                    ChangeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: true),
                    After = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_circle_changes", x => new { x.WorkspaceId, x.MemberId, x.ChangeId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_circle_changes_persons_WorkspaceId_MemberId_PersonId",
                        columns: x => new { x.WorkspaceId, x.MemberId, x.PersonId },
                        principalTable: "persons",
                        principalColumns: new[] { "WorkspaceId", "MemberId", "PersonId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "employments",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "TEXT", nullable: false),
                    MemberId = table.Column<string>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Employer = table.Column<string>(type: "TEXT", nullable: false),
                    Since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_employments", x => new { x.WorkspaceId, x.MemberId, x.PersonId, x.Employer, x.Since });
                    table.ForeignKey(
                        name: "FK_employments_persons_WorkspaceId_MemberId_PersonId",
                        columns: x => new { x.WorkspaceId, x.MemberId, x.PersonId },
                        principalTable: "persons",
                        principalColumns: new[] { "WorkspaceId", "MemberId", "PersonId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "entry_persons",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "TEXT", nullable: false),
                    MemberId = table.Column<string>(type: "TEXT", nullable: false),
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsIntroduction = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_entry_persons", x => new { x.WorkspaceId, x.MemberId, x.EntryId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_entry_persons_entries_WorkspaceId_MemberId_EntryId",
                        columns: x => new { x.WorkspaceId, x.MemberId, x.EntryId },
                        principalTable: "entries",
                        principalColumns: new[] { "WorkspaceId", "MemberId", "EntryId" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_entry_persons_persons_WorkspaceId_MemberId_PersonId",
                        columns: x => new { x.WorkspaceId, x.MemberId, x.PersonId },
                        principalTable: "persons",
                        principalColumns: new[] { "WorkspaceId", "MemberId", "PersonId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "pending_choices",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "TEXT", nullable: false),
                    MemberId = table.Column<string>(type: "TEXT", nullable: false),
                    PendingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ring = table.Column<int>(type: "INTEGER", nullable: true),
                    Cadence = table.Column<string>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pending_choices", x => new { x.WorkspaceId, x.MemberId, x.PendingId });
                    table.ForeignKey(
                        name: "FK_pending_choices_persons_WorkspaceId_MemberId_PersonId",
                        columns: x => new { x.WorkspaceId, x.MemberId, x.PersonId },
                        principalTable: "persons",
                        principalColumns: new[] { "WorkspaceId", "MemberId", "PersonId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "person_aliases",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "TEXT", nullable: false),
                    MemberId = table.Column<string>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: false),
                    Since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_person_aliases", x => new { x.WorkspaceId, x.MemberId, x.PersonId, x.Kind, x.Value });
                    table.ForeignKey(
                        name: "FK_person_aliases_persons_WorkspaceId_MemberId_PersonId",
                        columns: x => new { x.WorkspaceId, x.MemberId, x.PersonId },
                        principalTable: "persons",
                        principalColumns: new[] { "WorkspaceId", "MemberId", "PersonId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "suggestions",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "TEXT", nullable: false),
                    MemberId = table.Column<string>(type: "TEXT", nullable: false),
                    SuggestionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DeliveryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Slot = table.Column<int>(type: "INTEGER", nullable: false),
                    CitedId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Phrasing = table.Column<int>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Answer = table.Column<int>(type: "INTEGER", nullable: false),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PlannedTime = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    RecordId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_suggestions", x => new { x.WorkspaceId, x.MemberId, x.SuggestionId });
                    table.ForeignKey(
                        name: "FK_suggestions_persons_WorkspaceId_MemberId_PersonId",
                        columns: x => new { x.WorkspaceId, x.MemberId, x.PersonId },
                        principalTable: "persons",
                        principalColumns: new[] { "WorkspaceId", "MemberId", "PersonId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "choice_letters",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "TEXT", nullable: false),
                    MemberId = table.Column<string>(type: "TEXT", nullable: false),
                    FromMemberId = table.Column<string>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Since = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_choice_letters", x => new { x.WorkspaceId, x.FromMemberId, x.MemberId });
                    table.ForeignKey(
                        name: "FK_choice_letters_associates_WorkspaceId_FromMemberId_PersonId",
                        columns: x => new { x.WorkspaceId, x.FromMemberId, x.PersonId },
                        principalTable: "associates",
                        principalColumns: new[] { "WorkspaceId", "MemberId", "PersonId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_accounts_WorkspaceId_Email",
                table: "accounts",
                columns: new[] { "WorkspaceId", "Email" });

            migrationBuilder.CreateIndex(
                name: "IX_accounts_WorkspaceId_FoldedFirstName",
                table: "accounts",
                columns: new[] { "WorkspaceId", "FoldedFirstName" });

            migrationBuilder.CreateIndex(
                name: "IX_accounts_WorkspaceId_FoldedName",
                table: "accounts",
                columns: new[] { "WorkspaceId", "FoldedName" });

            migrationBuilder.CreateIndex(
                name: "IX_ask_letters_WorkspaceId_FromMemberId_AskId",
                table: "ask_letters",
                columns: new[] { "WorkspaceId", "FromMemberId", "AskId" });

            migrationBuilder.CreateIndex(
                name: "IX_ask_letters_WorkspaceId_FromMemberId_PersonId",
                table: "ask_letters",
                columns: new[] { "WorkspaceId", "FromMemberId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_choice_letters_WorkspaceId_FromMemberId_PersonId",
                table: "choice_letters",
                columns: new[] { "WorkspaceId", "FromMemberId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_choice_letters_WorkspaceId_MemberId",
                table: "choice_letters",
                columns: new[] { "WorkspaceId", "MemberId" });

            migrationBuilder.CreateIndex(
                name: "IX_circle_changes_WorkspaceId_MemberId_PersonId",
                table: "circle_changes",
                columns: new[] { "WorkspaceId", "MemberId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_State_NotBefore",
                table: "deliveries",
                columns: new[] { "State", "NotBefore" });

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_State_SentAt",
                table: "deliveries",
                columns: new[] { "State", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_WorkspaceId_MemberId_CreatedAt",
                table: "deliveries",
                columns: new[] { "WorkspaceId", "MemberId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_WorkspaceId_State_NotBefore",
                table: "deliveries",
                columns: new[] { "WorkspaceId", "State", "NotBefore" });

            migrationBuilder.CreateIndex(
                name: "IX_digest_items_WorkspaceId_ItemId",
                table: "digest_items",
                columns: new[] { "WorkspaceId", "ItemId" });

            migrationBuilder.CreateIndex(
                name: "IX_digest_items_WorkspaceId_PostId",
                table: "digest_items",
                columns: new[] { "WorkspaceId", "PostId" });

            migrationBuilder.CreateIndex(
                name: "IX_digest_posts_WorkspaceId_ChannelId_PostedAt",
                table: "digest_posts",
                columns: new[] { "WorkspaceId", "ChannelId", "PostedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_entries_WorkspaceId_MemberId_DueOn",
                table: "entries",
                columns: new[] { "WorkspaceId", "MemberId", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_entries_WorkspaceId_MemberId_RecordedAt",
                table: "entries",
                columns: new[] { "WorkspaceId", "MemberId", "RecordedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_entry_persons_WorkspaceId_MemberId_PersonId",
                table: "entry_persons",
                columns: new[] { "WorkspaceId", "MemberId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_inbox_At",
                table: "inbox",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_local_messages_WorkspaceId_ConversationId_MessageId",
                table: "local_messages",
                columns: new[] { "WorkspaceId", "ConversationId", "MessageId" });

            migrationBuilder.CreateIndex(
                name: "IX_local_messages_WorkspaceId_DeliveryId",
                table: "local_messages",
                columns: new[] { "WorkspaceId", "DeliveryId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_local_messages_WorkspaceId_EventId",
                table: "local_messages",
                columns: new[] { "WorkspaceId", "EventId" });

            migrationBuilder.CreateIndex(
                name: "IX_pending_choices_WorkspaceId_MemberId_PersonId",
                table: "pending_choices",
                columns: new[] { "WorkspaceId", "MemberId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_person_aliases_WorkspaceId_MemberId_Value",
                table: "person_aliases",
                columns: new[] { "WorkspaceId", "MemberId", "Value" });

            migrationBuilder.CreateIndex(
                name: "IX_public_asks_WorkspaceId_AuthorId_AskId",
                table: "public_asks",
                columns: new[] { "WorkspaceId", "AuthorId", "AskId" });

            migrationBuilder.CreateIndex(
                name: "IX_schedules_DueAt",
                table: "schedules",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_schedules_WorkspaceId_DueAt",
                table: "schedules",
                columns: new[] { "WorkspaceId", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_shared_thanks_WorkspaceId_ChannelId_SharedAt",
                table: "shared_thanks",
                columns: new[] { "WorkspaceId", "ChannelId", "SharedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_shared_thanks_WorkspaceId_FromMemberId_EntryId",
                table: "shared_thanks",
                columns: new[] { "WorkspaceId", "FromMemberId", "EntryId" });

            migrationBuilder.CreateIndex(
                name: "IX_suggestions_WorkspaceId_MemberId_CitedId",
                table: "suggestions",
                columns: new[] { "WorkspaceId", "MemberId", "CitedId" });

            migrationBuilder.CreateIndex(
                name: "IX_suggestions_WorkspaceId_MemberId_DeliveryId",
                table: "suggestions",
                columns: new[] { "WorkspaceId", "MemberId", "DeliveryId" });

            migrationBuilder.CreateIndex(
                name: "IX_suggestions_WorkspaceId_MemberId_PersonId_SentAt",
                table: "suggestions",
                columns: new[] { "WorkspaceId", "MemberId", "PersonId", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_thanks_letters_WorkspaceId_FromMemberId_EntryId_MemberId",
                table: "thanks_letters",
                columns: new[] { "WorkspaceId", "FromMemberId", "EntryId", "MemberId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "accounts");

            migrationBuilder.DropTable(
                name: "ask_letters");

            migrationBuilder.DropTable(
                name: "attentions");

            migrationBuilder.DropTable(
                name: "choice_letters");

            migrationBuilder.DropTable(
                name: "circle_changes");

            migrationBuilder.DropTable(
                name: "deliveries");

            migrationBuilder.DropTable(
                name: "digest_items");

            migrationBuilder.DropTable(
                name: "digests");

            migrationBuilder.DropTable(
                name: "employments");

            migrationBuilder.DropTable(
                name: "entry_persons");

            migrationBuilder.DropTable(
                name: "held_commands");

            migrationBuilder.DropTable(
                name: "inbox");

            migrationBuilder.DropTable(
                name: "local_messages");

            migrationBuilder.DropTable(
                name: "mailboxes");

            migrationBuilder.DropTable(
                name: "members");

            migrationBuilder.DropTable(
                name: "paces");

            migrationBuilder.DropTable(
                name: "pending_choices");

            migrationBuilder.DropTable(
                name: "person_aliases");

            migrationBuilder.DropTable(
                name: "public_asks");

            migrationBuilder.DropTable(
                name: "revelations");

            migrationBuilder.DropTable(
                name: "reviews");

            migrationBuilder.DropTable(
                name: "schedules");

            migrationBuilder.DropTable(
                name: "shared_circle_members");

            migrationBuilder.DropTable(
                name: "shared_thanks");

            migrationBuilder.DropTable(
                name: "suggested_pairs");

            migrationBuilder.DropTable(
                name: "suggestions");

            migrationBuilder.DropTable(
                name: "thanks_letters");

            migrationBuilder.DropTable(
                name: "workspaces");

            migrationBuilder.DropTable(
                name: "associates");

            migrationBuilder.DropTable(
                name: "entries");

            migrationBuilder.DropTable(
                name: "asks");

            migrationBuilder.DropTable(
                name: "digest_posts");

            migrationBuilder.DropTable(
                name: "persons");
        }
    }
}
