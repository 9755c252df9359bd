using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace CommunityBot.Storage.Migrations.Postgres
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
                    installation_id = table.Column<long>(type: "bigint", nullable: false),
                    repository_id = table.Column<long>(type: "bigint", nullable: false),
                    added_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_added_repositories", x => new { x.installation_id, x.repository_id });
                });

            migrationBuilder.CreateTable(
                name: "availability",
                columns: table => new
                {
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    login = table.Column<string>(type: "text", nullable: false),
                    muted = table.Column<int>(type: "integer", nullable: false),
                    away_until = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_availability", x => x.person_id);
                });

            migrationBuilder.CreateTable(
                name: "config_files",
                columns: table => new
                {
                    place = table.Column<string>(type: "text", nullable: false),
                    path = table.Column<string>(type: "text", nullable: false),
                    installation_id = table.Column<long>(type: "bigint", nullable: false),
                    repository = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: true),
                    good_text = table.Column<string>(type: "text", nullable: true),
                    etag = table.Column<string>(type: "text", nullable: true),
                    read_at = table.Column<long>(type: "bigint", nullable: false),
                    pushed_at = table.Column<long>(type: "bigint", nullable: false),
                    refused_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_config_files", x => new { x.place, x.path });
                });

            migrationBuilder.CreateTable(
                name: "contributions",
                columns: table => new
                {
                    repository_id = table.Column<long>(type: "bigint", nullable: false),
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    type = table.Column<int>(type: "integer", nullable: false),
                    subject = table.Column<long>(type: "bigint", nullable: false),
                    occurred_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contributions", x => new { x.repository_id, x.person_id, x.type, x.subject });
                });

            migrationBuilder.CreateTable(
                name: "deliveries",
                columns: table => new
                {
                    seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    delivery_id = table.Column<string>(type: "text", nullable: false),
                    @event = table.Column<string>(name: "event", type: "text", nullable: false),
                    action = table.Column<string>(type: "text", nullable: true),
                    installation_id = table.Column<long>(type: "bigint", nullable: false),
                    repository_id = table.Column<long>(type: "bigint", nullable: false),
                    lane = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    due_at = table.Column<long>(type: "bigint", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    finished_at = table.Column<long>(type: "bigint", nullable: true),
                    error = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deliveries", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "found_links",
                columns: table => new
                {
                    repository_id = table.Column<long>(type: "bigint", nullable: false),
                    contributing = table.Column<string>(type: "text", nullable: true),
                    code_of_conduct = table.Column<string>(type: "text", nullable: true),
                    roadmap = table.Column<string>(type: "text", nullable: true),
                    found_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_found_links", x => x.repository_id);
                });

            migrationBuilder.CreateTable(
                name: "installation_pauses",
                columns: table => new
                {
                    installation_id = table.Column<long>(type: "bigint", nullable: false),
                    until = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_installation_pauses", x => x.installation_id);
                });

            migrationBuilder.CreateTable(
                name: "installations",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    installed_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_installations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "lane_pauses",
                columns: table => new
                {
                    queue = table.Column<string>(type: "text", nullable: false),
                    lane = table.Column<long>(type: "bigint", nullable: false),
                    until = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lane_pauses", x => new { x.queue, x.lane });
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    moment = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    repository_id = table.Column<long>(type: "bigint", nullable: false),
                    repository = table.Column<string>(type: "text", nullable: false),
                    effect = table.Column<string>(type: "text", nullable: false),
                    delivery_id = table.Column<string>(type: "text", nullable: false),
                    content_at = table.Column<long>(type: "bigint", nullable: true),
                    url = table.Column<string>(type: "text", nullable: true),
                    lane = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    due_at = table.Column<long>(type: "bigint", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    finished_at = table.Column<long>(type: "bigint", nullable: true),
                    error = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "payloads",
                columns: table => new
                {
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    body = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payloads", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    repository_id = table.Column<long>(type: "bigint", nullable: false),
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    insider = table.Column<int>(type: "integer", nullable: true),
                    history_read_by = table.Column<long>(type: "bigint", nullable: false),
                    history_next = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people", x => new { x.repository_id, x.person_id });
                });

            migrationBuilder.CreateIndex(
                name: "IX_availability_login",
                table: "availability",
                column: "login",
                filter: "muted = 1");

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
                name: "ix_outbox_available",
                table: "outbox",
                columns: new[] { "lane", "seq", "due_at" },
                filter: "state = 0");

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
                name: "ix_outbox_running",
                table: "outbox",
                columns: new[] { "lane", "due_at" },
                filter: "state = 1");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "added_repositories");

            migrationBuilder.DropTable(
                name: "availability");

            migrationBuilder.DropTable(
                name: "config_files");

            migrationBuilder.DropTable(
                name: "contributions");

            migrationBuilder.DropTable(
                name: "deliveries");

            migrationBuilder.DropTable(
                name: "found_links");

            migrationBuilder.DropTable(
                name: "installation_pauses");

            migrationBuilder.DropTable(
                name: "installations");

            migrationBuilder.DropTable(
                name: "lane_pauses");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "payloads");

            migrationBuilder.DropTable(
                name: "people");
        }
    }
}
