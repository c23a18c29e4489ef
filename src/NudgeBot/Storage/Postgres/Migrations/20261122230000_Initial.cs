using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace NudgeBot.Storage.Postgres.Migrations
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
                    WorkspaceId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    AccountId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    FoldedName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    FoldedFirstName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Email = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    TimeZone = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    IsAdmin = table.Column<bool>(type: "boolean", nullable: false),
                    Language = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    IsActive = table.Column<bool>(type: "boolean", nullable: false),
                    ToldAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts", x => new { x.WorkspaceId, x.AccountId });
                });

            migrationBuilder.CreateTable(
                name: "asks",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    MemberId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    AskId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    AskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_asks", x => new { x.WorkspaceId, x.MemberId, x.AskId });
                });

            migrationBuilder.CreateTable(
                name: "data_keys",
                columns: table => new
                {
                    Number = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Xml = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_data_keys", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "deliveries",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DeliveryId = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    FromMemberId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ConversationId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    IsDirect = table.Column<bool>(type: "boolean", nullable: false),
                    EphemeralFor = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Replaces = table.Column<Guid>(type: "uuid", nullable: true),
                    ReplacesMessage = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    AnswerAddress = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Body = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    State = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    NotBefore = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SentAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    PlatformId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Error = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deliveries", x => new { x.WorkspaceId, x.DeliveryId });
                });

            migrationBuilder.CreateTable(
                name: "digest_posts",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PostId = table.Column<Guid>(type: "uuid", nullable: false),
                    ChannelId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PostedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DeliveryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Language = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Waiting = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_digest_posts", x => new { x.WorkspaceId, x.PostId });
                });

            migrationBuilder.CreateTable(
                name: "digests",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ChannelId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Phrase = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    TimeZone = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Language = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Anchor = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_digests", x => new { x.WorkspaceId, x.ChannelId });
                });

            migrationBuilder.CreateTable(
                name: "entries",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    MemberId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    EntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_entries", x => new { x.WorkspaceId, x.MemberId, x.EntryId });
                });

            migrationBuilder.CreateTable(
                name: "held_commands",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    MemberId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    HeldId = table.Column<Guid>(type: "uuid", nullable: false),
                    Line = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    FoldedName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Picked = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    HeldAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_held_commands", x => new { x.WorkspaceId, x.MemberId, x.HeldId });
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Channel = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    EventId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    MemberId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Answer = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Followed = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inbox", x => new { x.WorkspaceId, x.Channel, x.EventId });
                });

            migrationBuilder.CreateTable(
                name: "local_messages",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    MessageId = table.Column<long>(type: "bigint", nullable: false),
                    ConversationId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    IsDirect = table.Column<bool>(type: "boolean", nullable: false),
                    EphemeralFor = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    From = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Body = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DeliveryId = table.Column<Guid>(type: "uuid", nullable: true),
                    EventId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Replaces = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_local_messages", x => new { x.WorkspaceId, x.MessageId });
                });

            migrationBuilder.CreateTable(
                name: "mailboxes",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    MemberId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ConversationId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    BlockedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mailboxes", x => new { x.WorkspaceId, x.MemberId });
                });

            migrationBuilder.CreateTable(
                name: "members",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    MemberId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    JoinedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Consent = table.Column<int>(type: "integer", nullable: false),
                    TimeZone = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Language = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    NudgeDay = table.Column<int>(type: "integer", nullable: false),
                    NudgeTime = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    DaysOff = table.Column<int>(type: "integer", nullable: false),
                    NudgesAWeek = table.Column<int>(type: "integer", nullable: false),
                    Seats = table.Column<int>(type: "integer", nullable: false),
                    UsesShelf = table.Column<bool>(type: "boolean", nullable: false),
                    RevealsMutualChoice = table.Column<bool>(type: "boolean", nullable: false),
                    PausedUntil = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members", x => new { x.WorkspaceId, x.MemberId });
                });

            migrationBuilder.CreateTable(
                name: "paces",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    MemberId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Nudges = table.Column<int>(type: "integer", nullable: false),
                    Ignored = table.Column<int>(type: "integer", nullable: false),
                    NudgedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    WantsMonthly = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_paces", x => new { x.WorkspaceId, x.MemberId });
                });

            migrationBuilder.CreateTable(
                name: "persons",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    MemberId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Email = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Link = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Employer = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    KnownSince = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_persons", x => new { x.WorkspaceId, x.MemberId, x.PersonId });
                });

            migrationBuilder.CreateTable(
                name: "revelations",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    MemberId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    FromMemberId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ToldAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_revelations", x => new { x.WorkspaceId, x.MemberId, x.FromMemberId });
                });

            migrationBuilder.CreateTable(
                name: "reviews",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    MemberId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    BegunAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reviews", x => new { x.WorkspaceId, x.MemberId });
                });

            migrationBuilder.CreateTable(
                name: "schedules",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    MemberId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Subject = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Failures = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_schedules", x => new { x.WorkspaceId, x.Kind, x.MemberId, x.Subject });
                });

            migrationBuilder.CreateTable(
                name: "shared_circle_members",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ChannelId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    MemberId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    JoinedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shared_circle_members", x => new { x.WorkspaceId, x.ChannelId, x.MemberId });
                });

            migrationBuilder.CreateTable(
                name: "shared_thanks",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SharedId = table.Column<Guid>(type: "uuid", nullable: false),
                    FromMemberId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    EntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    GiverAccountId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    GiverName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    ChannelId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ChannelName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SharedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ShownAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    TakenDownAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shared_thanks", x => new { x.WorkspaceId, x.SharedId });
                });

            migrationBuilder.CreateTable(
                name: "slack_installations",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    EnterpriseId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    IsEnterprise = table.Column<bool>(type: "boolean", nullable: false),
                    AppId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    BotUserId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    BotId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    SealedToken = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SealedRefreshToken = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Scopes = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    RenewingUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    InstalledBy = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_slack_installations", x => x.WorkspaceId);
                });

            migrationBuilder.CreateTable(
                name: "slack_rosters",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    TeamId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Cursor = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ReadAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_slack_rosters", x => x.WorkspaceId);
                });

            migrationBuilder.CreateTable(
                name: "slack_used_states",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    EndsAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_slack_used_states", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "thanks_letters",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    MemberId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    LetterId = table.Column<Guid>(type: "uuid", nullable: false),
                    FromMemberId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    EntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    KeptEntryId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_thanks_letters", x => new { x.WorkspaceId, x.MemberId, x.LetterId });
                });

            migrationBuilder.CreateTable(
                name: "workspaces",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Channel = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    InstalledAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RemovedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ClockOffset = table.Column<long>(type: "bigint", nullable: false),
                    LeaseHolder = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    LeaseUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workspaces", x => x.WorkspaceId);
                });

            migrationBuilder.CreateTable(
                name: "public_asks",
                columns: table => new
                {
                    WorkspaceId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    AskId = table.Column<Guid>(type: "uuid", nullable: false),
                    AuthorId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    AskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
                    WorkspaceId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ChannelId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    PostId = table.Column<Guid>(type: "uuid", nullable: false)
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
                    WorkspaceId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PostId = table.Column<Guid>(type: "uuid", nullable: false),
                    FirstId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SecondId = table.Column<string>(type: "text", nullable: false, collation: "C")
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
                    WorkspaceId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    MemberId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    AskId = table.Column<Guid>(type: "uuid", nullable: false),
                    FromMemberId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    AskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    OfferedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
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
                    WorkspaceId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    MemberId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Ring = table.Column<int>(type: "integer", nullable: false),
                    Cadence = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    CadenceDays = table.Column<int>(type: "integer", nullable: true),
                    Reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ChosenOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RestedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ReviewedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Leaning = table.Column<int>(type: "integer", nullable: false)
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
                    WorkspaceId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    MemberId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    SuggestedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Unanswered = table.Column<int>(type: "integer", nullable: false),
                    AskedToKeep = table.Column<bool>(type: "boolean", nullable: false),
                    SnoozedUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Stopped = table.Column<bool>(type: "boolean", nullable: false),
                    Trusted = table.Column<bool>(type: "boolean", nullable: false),
                    WouldBeGlad = table.Column<bool>(type: "boolean", nullable: false)
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
                    WorkspaceId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    MemberId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ChangeId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Before = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    After = table.Column<string>(type: "text", nullable: true, collation: "C")
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
                    WorkspaceId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    MemberId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Employer = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Since = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true)
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
                    WorkspaceId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    MemberId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    EntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    IsIntroduction = table.Column<bool>(type: "boolean", nullable: false)
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
                    WorkspaceId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    MemberId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PendingId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Ring = table.Column<int>(type: "integer", nullable: true),
                    Cadence = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Reason = table.Column<string>(type: "text", nullable: true, collation: "C")
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
                    WorkspaceId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    MemberId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Value = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Since = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true)
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
                    WorkspaceId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    MemberId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SuggestionId = table.Column<Guid>(type: "uuid", nullable: false),
                    DeliveryId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Slot = table.Column<int>(type: "integer", nullable: false),
                    CitedId = table.Column<Guid>(type: "uuid", nullable: true),
                    Phrasing = table.Column<int>(type: "integer", nullable: false),
                    SentAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Answer = table.Column<int>(type: "integer", nullable: false),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Moved = table.Column<int>(type: "integer", nullable: false),
                    AnsweredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    PlannedTime = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    RecordId = table.Column<Guid>(type: "uuid", nullable: true)
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
                    WorkspaceId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    MemberId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    FromMemberId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Since = table.Column<DateOnly>(type: "date", nullable: false)
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
                name: "data_keys");

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
                name: "slack_installations");

            migrationBuilder.DropTable(
                name: "slack_rosters");

            migrationBuilder.DropTable(
                name: "slack_used_states");

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
