CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

BEGIN TRANSACTION;
CREATE TABLE "added_repositories" (
    "installation_id" INTEGER NOT NULL,
    "repository_id" INTEGER NOT NULL,
    "added_at" INTEGER NOT NULL,
    CONSTRAINT "PK_added_repositories" PRIMARY KEY ("installation_id", "repository_id")
);

CREATE TABLE "availability" (
    "person_id" INTEGER NOT NULL CONSTRAINT "PK_availability" PRIMARY KEY,
    "login" TEXT NOT NULL,
    "muted" INTEGER NOT NULL,
    "away_until" INTEGER NOT NULL
);

CREATE TABLE "change_requests" (
    "repository_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "review_id" INTEGER NOT NULL,
    "asked_at" INTEGER NOT NULL,
    CONSTRAINT "PK_change_requests" PRIMARY KEY ("repository_id", "number", "review_id")
);

CREATE TABLE "claims" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_claims" PRIMARY KEY AUTOINCREMENT,
    "installation_id" INTEGER NOT NULL,
    "repository_id" INTEGER NOT NULL,
    "repository" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "login" TEXT NOT NULL,
    "claimed_at" INTEGER NOT NULL,
    "since" INTEGER NOT NULL,
    "reminded_at" INTEGER NULL,
    "due_at" INTEGER NOT NULL,
    "ended_at" INTEGER NULL
);

CREATE TABLE "config_files" (
    "place" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "installation_id" INTEGER NOT NULL,
    "repository" TEXT NOT NULL,
    "text" TEXT NULL,
    "good_text" TEXT NULL,
    "etag" TEXT NULL,
    "read_at" INTEGER NOT NULL,
    "pushed_at" INTEGER NOT NULL,
    "refused_at" INTEGER NOT NULL,
    CONSTRAINT "PK_config_files" PRIMARY KEY ("place", "path")
);

CREATE TABLE "contributions" (
    "repository_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "type" INTEGER NOT NULL,
    "subject" INTEGER NOT NULL,
    "occurred_at" INTEGER NOT NULL,
    CONSTRAINT "PK_contributions" PRIMARY KEY ("repository_id", "person_id", "type", "subject")
);

CREATE TABLE "deliveries" (
    "seq" INTEGER NOT NULL CONSTRAINT "PK_deliveries" PRIMARY KEY AUTOINCREMENT,
    "delivery_id" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "action" TEXT NULL,
    "installation_id" INTEGER NOT NULL,
    "repository_id" INTEGER NOT NULL,
    "lane" INTEGER NOT NULL,
    "state" INTEGER NOT NULL,
    "due_at" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "retried_at" INTEGER NULL,
    "finished_at" INTEGER NULL,
    "error" TEXT NULL
);

CREATE TABLE "failed_deliveries" (
    "delivery_id" TEXT NOT NULL CONSTRAINT "PK_failed_deliveries" PRIMARY KEY,
    "attempt_id" INTEGER NOT NULL,
    "delivered_at" INTEGER NOT NULL,
    "asked" INTEGER NOT NULL,
    "due_at" INTEGER NOT NULL
);

CREATE TABLE "found_links" (
    "repository_id" INTEGER NOT NULL CONSTRAINT "PK_found_links" PRIMARY KEY,
    "contributing" TEXT NULL,
    "code_of_conduct" TEXT NULL,
    "roadmap" TEXT NULL,
    "found_at" INTEGER NOT NULL
);

CREATE TABLE "heard_comments" (
    "kind" INTEGER NOT NULL,
    "comment_id" INTEGER NOT NULL,
    "edited_at" INTEGER NOT NULL,
    "written_at" INTEGER NOT NULL,
    CONSTRAINT "PK_heard_comments" PRIMARY KEY ("kind", "comment_id", "edited_at")
);

CREATE TABLE "installation_pauses" (
    "installation_id" INTEGER NOT NULL CONSTRAINT "PK_installation_pauses" PRIMARY KEY,
    "until" INTEGER NOT NULL
);

CREATE TABLE "installations" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_installations" PRIMARY KEY,
    "installed_at" INTEGER NULL
);

CREATE TABLE "kudos" (
    "giver_id" INTEGER NOT NULL,
    "receiver_id" INTEGER NOT NULL,
    "comment_kind" INTEGER NOT NULL,
    "comment_id" INTEGER NOT NULL,
    "giver_login" TEXT NOT NULL,
    "receiver_login" TEXT NOT NULL,
    "repository_id" INTEGER NOT NULL,
    "repository" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "occurred_at" INTEGER NOT NULL,
    CONSTRAINT "PK_kudos" PRIMARY KEY ("giver_id", "receiver_id", "comment_kind", "comment_id")
);

CREATE TABLE "lane_pauses" (
    "queue" TEXT NOT NULL,
    "lane" INTEGER NOT NULL,
    "rank" INTEGER NOT NULL,
    "until" INTEGER NOT NULL,
    CONSTRAINT "PK_lane_pauses" PRIMARY KEY ("queue", "lane", "rank")
);

CREATE TABLE "leases" (
    "name" TEXT NOT NULL CONSTRAINT "PK_leases" PRIMARY KEY,
    "owner" TEXT NOT NULL,
    "until" INTEGER NOT NULL
);

CREATE TABLE "mentorings" (
    "repository_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "installation_id" INTEGER NOT NULL,
    "mentor_id" INTEGER NOT NULL,
    "newcomer_id" INTEGER NOT NULL,
    "started_at" INTEGER NOT NULL,
    "ended_at" INTEGER NULL,
    CONSTRAINT "PK_mentorings" PRIMARY KEY ("repository_id", "number")
);

CREATE TABLE "nudged_repositories" (
    "repository_id" INTEGER NOT NULL CONSTRAINT "PK_nudged_repositories" PRIMARY KEY,
    "installation_id" INTEGER NOT NULL,
    "repository" TEXT NOT NULL,
    "due_at" INTEGER NULL,
    "started_at" INTEGER NULL,
    "cursor" TEXT NULL,
    "waiting" INTEGER NOT NULL,
    "nudged_day" INTEGER NOT NULL,
    "nudged_then" INTEGER NOT NULL
);

CREATE TABLE "outbox" (
    "seq" INTEGER NOT NULL CONSTRAINT "PK_outbox" PRIMARY KEY AUTOINCREMENT,
    "moment" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "repository_id" INTEGER NOT NULL,
    "repository" TEXT NOT NULL,
    "effect" TEXT NOT NULL,
    "thread" TEXT NULL,
    "delivery_id" TEXT NOT NULL,
    "content_at" INTEGER NULL,
    "url" TEXT NULL,
    "lane" INTEGER NOT NULL,
    "state" INTEGER NOT NULL,
    "due_at" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "retried_at" INTEGER NULL,
    "finished_at" INTEGER NULL,
    "error" TEXT NULL
);

CREATE TABLE "payloads" (
    "seq" INTEGER NOT NULL CONSTRAINT "PK_payloads" PRIMARY KEY,
    "body" BLOB NOT NULL
);

CREATE TABLE "people" (
    "repository_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "insider" INTEGER NULL,
    "history_read_by" INTEGER NOT NULL,
    "history_next" TEXT NULL,
    CONSTRAINT "PK_people" PRIMARY KEY ("repository_id", "person_id")
);

CREATE TABLE "pull_requests" (
    "repository_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "installation_id" INTEGER NOT NULL,
    "repository" TEXT NOT NULL,
    "facts" TEXT NOT NULL,
    "progress" TEXT NOT NULL,
    "is_open" INTEGER NOT NULL,
    "due_at" INTEGER NULL,
    "enrolled_at" INTEGER NULL,
    "seen_at" INTEGER NOT NULL,
    CONSTRAINT "PK_pull_requests" PRIMARY KEY ("repository_id", "number")
);

CREATE TABLE "request_points" (
    "installation_id" INTEGER NOT NULL CONSTRAINT "PK_request_points" PRIMARY KEY,
    "used_until" INTEGER NOT NULL
);

CREATE TABLE "sent_nudges" (
    "installation_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "sent_at" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    CONSTRAINT "PK_sent_nudges" PRIMARY KEY ("installation_id", "person_id", "sent_at", "key")
);

CREATE TABLE "shout_outs" (
    "repository_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "address" TEXT NOT NULL,
    "person_login" TEXT NOT NULL,
    "repository" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "comment_url" TEXT NOT NULL,
    "occurred_at" INTEGER NOT NULL,
    CONSTRAINT "PK_shout_outs" PRIMARY KEY ("repository_id", "person_id", "address")
);

CREATE TABLE "state_reads" (
    "installation_id" INTEGER NOT NULL,
    "repository_id" INTEGER NOT NULL,
    "repository" TEXT NOT NULL,
    "since" INTEGER NOT NULL,
    "position" INTEGER NULL,
    "due_at" INTEGER NOT NULL,
    CONSTRAINT "PK_state_reads" PRIMARY KEY ("installation_id", "repository_id")
);

CREATE TABLE "watermarks" (
    "app_id" INTEGER NOT NULL CONSTRAINT "PK_watermarks" PRIMARY KEY,
    "read_until" INTEGER NOT NULL
);

CREATE TABLE "web_keys" (
    "name" TEXT NOT NULL CONSTRAINT "PK_web_keys" PRIMARY KEY,
    "xml" TEXT NOT NULL
);

CREATE INDEX "IX_availability_login" ON "availability" ("login") WHERE muted = 1;

CREATE INDEX "IX_change_requests_asked_at" ON "change_requests" ("asked_at");

CREATE INDEX "IX_claims_due_at" ON "claims" ("due_at") WHERE ended_at IS NULL;

CREATE INDEX "IX_claims_ended_at" ON "claims" ("ended_at") WHERE ended_at IS NOT NULL;

CREATE UNIQUE INDEX "IX_claims_repository_id_number" ON "claims" ("repository_id", "number") WHERE ended_at IS NULL;

CREATE INDEX "IX_claims_repository_id_person_id" ON "claims" ("repository_id", "person_id") WHERE ended_at IS NULL;

CREATE INDEX "IX_config_files_installation_id" ON "config_files" ("installation_id");

CREATE INDEX "ix_deliveries_available" ON "deliveries" ("lane", "seq", "due_at") WHERE state = 0;

CREATE UNIQUE INDEX "IX_deliveries_delivery_id" ON "deliveries" ("delivery_id");

CREATE INDEX "ix_deliveries_finished" ON "deliveries" ("finished_at") WHERE state = 2;

CREATE INDEX "ix_deliveries_installations" ON "deliveries" ("installation_id", "seq", "due_at") WHERE state = 0;

CREATE INDEX "ix_deliveries_parked" ON "deliveries" ("state") WHERE state = 3;

CREATE INDEX "ix_deliveries_running" ON "deliveries" ("lane", "due_at") WHERE state = 1;

CREATE INDEX "IX_failed_deliveries_due_at" ON "failed_deliveries" ("due_at");

CREATE INDEX "IX_heard_comments_written_at" ON "heard_comments" ("written_at");

CREATE INDEX "IX_kudos_receiver_id_occurred_at" ON "kudos" ("receiver_id", "occurred_at");

CREATE INDEX "IX_kudos_repository_id_occurred_at" ON "kudos" ("repository_id", "occurred_at");

CREATE INDEX "IX_mentorings_ended_at" ON "mentorings" ("ended_at") WHERE ended_at IS NOT NULL;

CREATE INDEX "IX_mentorings_installation_id_mentor_id_started_at" ON "mentorings" ("installation_id", "mentor_id", "started_at");

CREATE INDEX "IX_nudged_repositories_due_at" ON "nudged_repositories" ("due_at") WHERE due_at IS NOT NULL;

CREATE INDEX "IX_nudged_repositories_installation_id" ON "nudged_repositories" ("installation_id");

CREATE INDEX "ix_outbox_available" ON "outbox" ("lane", "rank", "seq", "due_at") WHERE state = 0;

CREATE INDEX "ix_outbox_finished" ON "outbox" ("finished_at") WHERE state = 2 AND effect <> '';

CREATE INDEX "IX_outbox_lane_content_at" ON "outbox" ("lane", "content_at") WHERE content_at IS NOT NULL;

CREATE UNIQUE INDEX "IX_outbox_moment_key" ON "outbox" ("moment", "key");

CREATE INDEX "ix_outbox_parked" ON "outbox" ("state") WHERE state = 3;

CREATE INDEX "ix_outbox_running" ON "outbox" ("lane", "due_at") WHERE state = 1;

CREATE INDEX "IX_outbox_thread_content_at" ON "outbox" ("thread", "content_at") WHERE content_at IS NOT NULL AND thread IS NOT NULL;

CREATE INDEX "IX_people_history_read_by" ON "people" ("history_read_by") WHERE history_read_by <> 0;

CREATE INDEX "IX_pull_requests_due_at" ON "pull_requests" ("due_at") WHERE due_at IS NOT NULL;

CREATE INDEX "IX_pull_requests_installation_id" ON "pull_requests" ("installation_id");

CREATE INDEX "IX_shout_outs_person_id_occurred_at" ON "shout_outs" ("person_id", "occurred_at");

CREATE INDEX "IX_state_reads_due_at" ON "state_reads" ("due_at");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261130225322_Initial', '10.0.15');

COMMIT;

