using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunityBot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "added_repositories",
                columns: table => new
                {
                    installation_id = table.Column<long>(type: "INTEGER", nullable: false),
                    repository_id = table.Column<long>(type: "INTEGER", nullable: false),
                    added_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_added_repositories", x => new { x.installation_id, x.repository_id });
                });

            migrationBuilder.CreateTable(
                name: "availability",
                columns: table => new
                {
                    person_id = table.Column<long>(type: "INTEGER", nullable: false),
                    login = table.Column<string>(type: "TEXT", nullable: false),
                    muted = table.Column<int>(type: "INTEGER", nullable: false),
                    away_until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_availability", x => x.person_id);
                });

            migrationBuilder.CreateTable(
                name: "change_requests",
                columns: table => new
                {
                    repository_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    review_id = table.Column<long>(type: "INTEGER", nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_change_requests", x => new { x.repository_id, x.number, x.review_id });
                });

            migrationBuilder.CreateTable(
                name: "claims",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    installation_id = table.Column<long>(type: "INTEGER", nullable: false),
                    repository_id = table.Column<long>(type: "INTEGER", nullable: false),
                    repository = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    person_id = table.Column<long>(type: "INTEGER", nullable: false),
                    login = table.Column<string>(type: "TEXT", nullable: false),
                    claimed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: false),
                    reminded_at = table.Column<long>(type: "INTEGER", nullable: true),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_claims", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "config_files",
                columns: table => new
                {
                    place = table.Column<string>(type: "TEXT", nullable: false),
                    path = table.Column<string>(type: "TEXT", nullable: false),
                    installation_id = table.Column<long>(type: "INTEGER", nullable: false),
                    repository = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: true),
                    good_text = table.Column<string>(type: "TEXT", nullable: true),
                    etag = table.Column<string>(type: "TEXT", nullable: true),
                    read_at = table.Column<long>(type: "INTEGER", nullable: false),
                    pushed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    refused_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_config_files", x => new { x.place, x.path });
                });

            migrationBuilder.CreateTable(
                name: "contributions",
                columns: table => new
                {
                    repository_id = table.Column<long>(type: "INTEGER", nullable: false),
                    person_id = table.Column<long>(type: "INTEGER", nullable: false),
                    type = table.Column<int>(type: "INTEGER", nullable: false),
                    subject = table.Column<long>(type: "INTEGER", nullable: false),
                    occurred_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contributions", x => new { x.repository_id, x.person_id, x.type, x.subject });
                });

            migrationBuilder.CreateTable(
                name: "deliveries",
                columns: table => new
                {
                    seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    delivery_id = table.Column<string>(type: "TEXT", nullable: false),
                    @event = table.Column<string>(name: "event", type: "TEXT", nullable: false),
                    action = table.Column<string>(type: "TEXT", nullable: true),
                    installation_id = table.Column<long>(type: "INTEGER", nullable: false),
                    repository_id = table.Column<long>(type: "INTEGER", nullable: false),
                    lane = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    retried_at = table.Column<long>(type: "INTEGER", nullable: true),
                    finished_at = table.Column<long>(type: "INTEGER", nullable: true),
                    error = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deliveries", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "failed_deliveries",
                columns: table => new
                {
                    delivery_id = table.Column<string>(type: "TEXT", nullable: false),
                    attempt_id = table.Column<long>(type: "INTEGER", nullable: false),
                    delivered_at = table.Column<long>(type: "INTEGER", nullable: false),
                    asked = table.Column<int>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_failed_deliveries", x => x.delivery_id);
                });

            migrationBuilder.CreateTable(
                name: "found_links",
                columns: table => new
                {
                    repository_id = table.Column<long>(type: "INTEGER", nullable: false),
                    contributing = table.Column<string>(type: "TEXT", nullable: true),
                    code_of_conduct = table.Column<string>(type: "TEXT", nullable: true),
                    roadmap = table.Column<string>(type: "TEXT", nullable: true),
                    found_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_found_links", x => x.repository_id);
                });

            migrationBuilder.CreateTable(
                name: "heard_comments",
                columns: table => new
                {
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    comment_id = table.Column<long>(type: "INTEGER", nullable: false),
                    edited_at = table.Column<long>(type: "INTEGER", nullable: false),
                    written_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_heard_comments", x => new { x.kind, x.comment_id, x.edited_at });
                });

            migrationBuilder.CreateTable(
                name: "installation_pauses",
                columns: table => new
                {
                    installation_id = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_installation_pauses", x => x.installation_id);
                });

            migrationBuilder.CreateTable(
                name: "installations",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    installed_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_installations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kudos",
                columns: table => new
                {
                    giver_id = table.Column<long>(type: "INTEGER", nullable: false),
                    receiver_id = table.Column<long>(type: "INTEGER", nullable: false),
                    comment_kind = table.Column<int>(type: "INTEGER", nullable: false),
                    comment_id = table.Column<long>(type: "INTEGER", nullable: false),
                    giver_login = table.Column<string>(type: "TEXT", nullable: false),
                    receiver_login = table.Column<string>(type: "TEXT", nullable: false),
                    repository_id = table.Column<long>(type: "INTEGER", nullable: false),
                    repository = table.Column<string>(type: "TEXT", nullable: false),
                    url = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    occurred_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kudos", x => new { x.giver_id, x.receiver_id, x.comment_kind, x.comment_id });
                });

            migrationBuilder.CreateTable(
                name: "lane_pauses",
                columns: table => new
                {
                    queue = table.Column<string>(type: "TEXT", nullable: false),
                    lane = table.Column<long>(type: "INTEGER", nullable: false),
                    rank = table.Column<int>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lane_pauses", x => new { x.queue, x.lane, x.rank });
                });

            migrationBuilder.CreateTable(
                name: "leases",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_leases", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "mentorings",
                columns: table => new
                {
                    repository_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    installation_id = table.Column<long>(type: "INTEGER", nullable: false),
                    mentor_id = table.Column<long>(type: "INTEGER", nullable: false),
                    newcomer_id = table.Column<long>(type: "INTEGER", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mentorings", x => new { x.repository_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "nudged_repositories",
                columns: table => new
                {
                    repository_id = table.Column<long>(type: "INTEGER", nullable: false),
                    installation_id = table.Column<long>(type: "INTEGER", nullable: false),
                    repository = table.Column<string>(type: "TEXT", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    started_at = table.Column<long>(type: "INTEGER", nullable: true),
                    cursor = table.Column<string>(type: "TEXT", nullable: true),
                    waiting = table.Column<int>(type: "INTEGER", nullable: false),
                    nudged_day = table.Column<long>(type: "INTEGER", nullable: false),
                    nudged_then = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_nudged_repositories", x => x.repository_id);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    moment = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    rank = table.Column<int>(type: "INTEGER", nullable: false),
                    repository_id = table.Column<long>(type: "INTEGER", nullable: false),
                    repository = table.Column<string>(type: "TEXT", nullable: false),
                    effect = table.Column<string>(type: "TEXT", nullable: false),
                    thread = table.Column<string>(type: "TEXT", nullable: true),
                    delivery_id = table.Column<string>(type: "TEXT", nullable: false),
                    content_at = table.Column<long>(type: "INTEGER", nullable: true),
                    url = table.Column<string>(type: "TEXT", nullable: true),
                    lane = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    retried_at = table.Column<long>(type: "INTEGER", nullable: true),
                    finished_at = table.Column<long>(type: "INTEGER", nullable: true),
                    error = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "payloads",
                columns: table => new
                {
                    seq = table.Column<long>(type: "INTEGER", nullable: false),
                    body = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payloads", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    repository_id = table.Column<long>(type: "INTEGER", nullable: false),
                    person_id = table.Column<long>(type: "INTEGER", nullable: false),
                    insider = table.Column<int>(type: "INTEGER", nullable: true),
                    history_read_by = table.Column<long>(type: "INTEGER", nullable: false),
                    history_next = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people", x => new { x.repository_id, x.person_id });
                });

            migrationBuilder.CreateTable(
                name: "pull_requests",
                columns: table => new
                {
                    repository_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    installation_id = table.Column<long>(type: "INTEGER", nullable: false),
                    repository = table.Column<string>(type: "TEXT", nullable: false),
                    facts = table.Column<string>(type: "TEXT", nullable: false),
                    progress = table.Column<string>(type: "TEXT", nullable: false),
                    is_open = table.Column<int>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    enrolled_at = table.Column<long>(type: "INTEGER", nullable: true),
                    seen_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pull_requests", x => new { x.repository_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "request_points",
                columns: table => new
                {
                    installation_id = table.Column<long>(type: "INTEGER", nullable: false),
                    used_until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_request_points", x => x.installation_id);
                });

            migrationBuilder.CreateTable(
                name: "sent_nudges",
                columns: table => new
                {
                    installation_id = table.Column<long>(type: "INTEGER", nullable: false),
                    person_id = table.Column<long>(type: "INTEGER", nullable: false),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sent_nudges", x => new { x.installation_id, x.person_id, x.sent_at, x.key });
                });

            migrationBuilder.CreateTable(
                name: "shout_outs",
                columns: table => new
                {
                    repository_id = table.Column<long>(type: "INTEGER", nullable: false),
                    person_id = table.Column<long>(type: "INTEGER", nullable: false),
                    address = table.Column<string>(type: "TEXT", nullable: false),
                    person_login = table.Column<string>(type: "TEXT", nullable: false),
                    repository = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    comment_url = table.Column<string>(type: "TEXT", nullable: false),
                    occurred_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shout_outs", x => new { x.repository_id, x.person_id, x.address });
                });

            migrationBuilder.CreateTable(
                name: "state_reads",
                columns: table => new
                {
                    installation_id = table.Column<long>(type: "INTEGER", nullable: false),
                    repository_id = table.Column<long>(type: "INTEGER", nullable: false),
                    repository = table.Column<string>(type: "TEXT", nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: false),
                    position = table.Column<long>(type: "INTEGER", nullable: true),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_state_reads", x => new { x.installation_id, x.repository_id });
                });

            migrationBuilder.CreateTable(
                name: "watermarks",
                columns: table => new
                {
                    app_id = table.Column<long>(type: "INTEGER", nullable: false),
                    read_until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_watermarks", x => x.app_id);
                });

            migrationBuilder.CreateTable(
                name: "web_keys",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    xml = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_web_keys", x => x.name);
                });

            migrationBuilder.CreateIndex(
                name: "IX_availability_login",
                table: "availability",
                column: "login",
                filter: "muted = 1");

            migrationBuilder.CreateIndex(
                name: "IX_change_requests_asked_at",
                table: "change_requests",
                column: "asked_at");

            migrationBuilder.CreateIndex(
                name: "IX_claims_due_at",
                table: "claims",
                column: "due_at",
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_claims_ended_at",
                table: "claims",
                column: "ended_at",
                filter: "ended_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_claims_repository_id_number",
                table: "claims",
                columns: new[] { "repository_id", "number" },
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_claims_repository_id_person_id",
                table: "claims",
                columns: new[] { "repository_id", "person_id" },
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_config_files_installation_id",
                table: "config_files",
                column: "installation_id");

            migrationBuilder.CreateIndex(
                name: "ix_deliveries_available",
                table: "deliveries",
                columns: new[] { "lane", "seq", "due_at" },
                filter: "state = 0");

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_delivery_id",
                table: "deliveries",
                column: "delivery_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_deliveries_finished",
                table: "deliveries",
                column: "finished_at",
                filter: "state = 2");

            migrationBuilder.CreateIndex(
                name: "ix_deliveries_installations",
                table: "deliveries",
                columns: new[] { "installation_id", "seq", "due_at" },
                filter: "state = 0");

            migrationBuilder.CreateIndex(
                name: "ix_deliveries_parked",
                table: "deliveries",
                column: "state",
                filter: "state = 3");

            migrationBuilder.CreateIndex(
                name: "ix_deliveries_running",
                table: "deliveries",
                columns: new[] { "lane", "due_at" },
                filter: "state = 1");

            migrationBuilder.CreateIndex(
                name: "IX_failed_deliveries_due_at",
                table: "failed_deliveries",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "IX_heard_comments_written_at",
                table: "heard_comments",
                column: "written_at");

            migrationBuilder.CreateIndex(
                name: "IX_kudos_receiver_id_occurred_at",
                table: "kudos",
                columns: new[] { "receiver_id", "occurred_at" });

            migrationBuilder.CreateIndex(
                name: "IX_kudos_repository_id_occurred_at",
                table: "kudos",
                columns: new[] { "repository_id", "occurred_at" });

            migrationBuilder.CreateIndex(
                name: "IX_mentorings_ended_at",
                table: "mentorings",
                column: "ended_at",
                filter: "ended_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_mentorings_installation_id_mentor_id_started_at",
                table: "mentorings",
                columns: new[] { "installation_id", "mentor_id", "started_at" });

            migrationBuilder.CreateIndex(
                name: "IX_nudged_repositories_due_at",
                table: "nudged_repositories",
                column: "due_at",
                filter: "due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_nudged_repositories_installation_id",
                table: "nudged_repositories",
                column: "installation_id");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_available",
                table: "outbox",
                columns: new[] { "lane", "rank", "seq", "due_at" },
                filter: "state = 0");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_finished",
                table: "outbox",
                column: "finished_at",
                filter: "state = 2 AND effect <> ''");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_lane_content_at",
                table: "outbox",
                columns: new[] { "lane", "content_at" },
                filter: "content_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_moment_key",
                table: "outbox",
                columns: new[] { "moment", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_parked",
                table: "outbox",
                column: "state",
                filter: "state = 3");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_running",
                table: "outbox",
                columns: new[] { "lane", "due_at" },
                filter: "state = 1");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_thread_content_at",
                table: "outbox",
                columns: new[] { "thread", "content_at" },
                filter: "content_at IS NOT NULL AND thread IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_people_history_read_by",
                table: "people",
                column: "history_read_by",
                filter: "history_read_by <> 0");

            migrationBuilder.CreateIndex(
                name: "IX_pull_requests_due_at",
                table: "pull_requests",
                column: "due_at",
                filter: "due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_pull_requests_installation_id",
                table: "pull_requests",
                column: "installation_id");

            migrationBuilder.CreateIndex(
                name: "IX_shout_outs_person_id_occurred_at",
                table: "shout_outs",
                columns: new[] { "person_id", "occurred_at" });

            migrationBuilder.CreateIndex(
                name: "IX_state_reads_due_at",
                table: "state_reads",
                column: "due_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "added_repositories");

            migrationBuilder.DropTable(
                name: "availability");

            migrationBuilder.DropTable(
                name: "change_requests");

            migrationBuilder.DropTable(
                name: "claims");

            migrationBuilder.DropTable(
                name: "config_files");

            migrationBuilder.DropTable(
                name: "contributions");

            migrationBuilder.DropTable(
                name: "deliveries");

            migrationBuilder.DropTable(
                name: "failed_deliveries");

            migrationBuilder.DropTable(
                name: "found_links");

            migrationBuilder.DropTable(
                name: "heard_comments");

            migrationBuilder.DropTable(
                name: "installation_pauses");

            migrationBuilder.DropTable(
                name: "installations");

            migrationBuilder.DropTable(
                name: "kudos");

            migrationBuilder.DropTable(
                name: "lane_pauses");

            migrationBuilder.DropTable(
                name: "leases");

            migrationBuilder.DropTable(
                name: "mentorings");

            migrationBuilder.DropTable(
                name: "nudged_repositories");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "payloads");

            migrationBuilder.DropTable(
                name: "people");

            migrationBuilder.DropTable(
                name: "pull_requests");

            migrationBuilder.DropTable(
                name: "request_points");

            migrationBuilder.DropTable(
                name: "sent_nudges");

            migrationBuilder.DropTable(
                name: "shout_outs");

            migrationBuilder.DropTable(
                name: "state_reads");

            migrationBuilder.DropTable(
                name: "watermarks");

            migrationBuilder.DropTable(
                name: "web_keys");
        }
    }
}
