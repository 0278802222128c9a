-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "role" AS ENUM ('owner', 'admin', 'manager', 'viewer');

-- CreateEnum
CREATE TYPE "sign_in_link_kind" AS ENUM ('welcome', 'invitation');

-- CreateEnum
CREATE TYPE "link_channel" AS ENUM ('link', 'email', 'sms', 'api');

-- CreateEnum
CREATE TYPE "review_status" AS ENUM ('rated', 'submitted');

-- CreateEnum
CREATE TYPE "review_visibility" AS ENUM ('visible', 'hidden');

-- CreateEnum
CREATE TYPE "review_origin" AS ENUM ('email', 'sms', 'link', 'public', 'manual', 'api');

-- CreateEnum
CREATE TYPE "rating_save" AS ENUM ('every_click', 'automatic', 'always_confirm', 'on_submit');

-- CreateEnum
CREATE TYPE "webhook_off_reason" AS ENUM ('switched_off', 'failing', 'gone');

-- CreateEnum
CREATE TYPE "pause_decision" AS ENUM ('send', 'skip');

-- CreateEnum
CREATE TYPE "resource_type" AS ENUM ('review', 'message');

-- CreateEnum
CREATE TYPE "delivery_status" AS ENUM ('waiting', 'delivered', 'failed', 'canceled', 'held');

-- CreateTable
CREATE TABLE "user" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "timezone" TEXT NOT NULL DEFAULT 'UTC',
    "default_country" TEXT NOT NULL DEFAULT 'US',
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "guide_hidden_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member" (
    "project_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "member_pkey" PRIMARY KEY ("project_id","user_id")
);

-- CreateTable
CREATE TABLE "sign_in_link" (
    "id" TEXT NOT NULL,
    "kind" "sign_in_link_kind" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "user_id" TEXT,
    "project_id" TEXT,
    "role" "role",
    "email" TEXT,
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key","window_start")
);

-- CreateTable
CREATE TABLE "system_mail" (
    "id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "dedupe_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "system_mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer" (
    "id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "external_id" TEXT,
    "first_name" TEXT,
    "last_name" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "company" TEXT,
    "locale" TEXT,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "email_unsubscribed_at" TIMESTAMPTZ(3),
    "sms_unsubscribed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request" (
    "id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "created_by_id" TEXT,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "canceled_at" TIMESTAMPTZ(3),

    CONSTRAINT "request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rating_link" (
    "id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "channel" "link_channel" NOT NULL DEFAULT 'link',
    "left_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "canceled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rating_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rating_intent" (
    "id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "rating_link_id" TEXT NOT NULL,
    "score" SMALLINT NOT NULL,
    "reasons" TEXT[],
    "user_agent" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "rating_intent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review" (
    "id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "request_id" TEXT,
    "customer_id" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "score" SMALLINT NOT NULL,
    "body" TEXT,
    "status" "review_status" NOT NULL,
    "visibility" "review_visibility" NOT NULL DEFAULT 'visible',
    "is_suspect" BOOLEAN NOT NULL DEFAULT false,
    "origin" "review_origin" NOT NULL,
    "reviewer_name" TEXT,
    "reviewer_email" TEXT,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "rated_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_page" (
    "project_id" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT 'How was it?',
    "intro" TEXT NOT NULL DEFAULT '',
    "thank_you_title" TEXT NOT NULL DEFAULT 'Thank you',
    "thank_you_text" TEXT NOT NULL DEFAULT 'Your review helps us get better.',
    "color" TEXT NOT NULL DEFAULT '#0f766e',
    "links" JSONB NOT NULL DEFAULT '[]',
    "rating_save" "rating_save" NOT NULL DEFAULT 'automatic',
    "link_expiry_days" INTEGER,

    CONSTRAINT "review_page_pkey" PRIMARY KEY ("project_id")
);

-- CreateTable
CREATE TABLE "webhook" (
    "id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "is_on" BOOLEAN NOT NULL DEFAULT true,
    "all_event_types" BOOLEAN NOT NULL DEFAULT true,
    "event_types" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "config_version" INTEGER NOT NULL DEFAULT 1,
    "on_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "off_since" TIMESTAMPTZ(3),
    "off_reason" "webhook_off_reason",
    "off_by_name" TEXT,
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_secret" (
    "id" TEXT NOT NULL,
    "webhook_id" TEXT NOT NULL,
    "ciphertext" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_secret_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_pause" (
    "id" TEXT NOT NULL,
    "webhook_id" TEXT NOT NULL,
    "off_at" TIMESTAMPTZ(3) NOT NULL,
    "on_at" TIMESTAMPTZ(3),
    "decision" "pause_decision",
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_pause_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lane" (
    "webhook_id" TEXT NOT NULL,
    "rank" SMALLINT NOT NULL DEFAULT 0,
    "ready_at" TIMESTAMPTZ(6) NOT NULL DEFAULT 'infinity'::timestamptz,
    "token" TEXT,
    "opened" BOOLEAN NOT NULL DEFAULT false,
    "wakes" INTEGER NOT NULL DEFAULT 0,
    "claims" INTEGER NOT NULL DEFAULT 0,
    "careful" BOOLEAN NOT NULL DEFAULT false,
    "win" INTEGER NOT NULL DEFAULT 4,
    "streak" INTEGER NOT NULL DEFAULT 0,
    "first_failure_at" TIMESTAMPTZ(3),
    "last_failure_at" TIMESTAMPTZ(3),
    "last_failure" TEXT,
    "last_success_at" TIMESTAMPTZ(3),
    "failed_attempts" INTEGER NOT NULL DEFAULT 0,
    "failed_events" INTEGER NOT NULL DEFAULT 0,
    "noticed_hours" DOUBLE PRECISION NOT NULL DEFAULT 0,

    CONSTRAINT "lane_pkey" PRIMARY KEY ("webhook_id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "resource_type" "resource_type" NOT NULL,
    "resource_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "is_test" BOOLEAN NOT NULL DEFAULT false,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" BIGSERIAL NOT NULL,
    "project_id" TEXT NOT NULL,
    "webhook_id" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "replay_id" TEXT NOT NULL DEFAULT '',
    "event_type" TEXT NOT NULL,
    "resource_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "status" "delivery_status" NOT NULL DEFAULT 'waiting',
    "end_reason" TEXT,
    "prio" SMALLINT NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "crashes" INTEGER NOT NULL DEFAULT 0,
    "first_failed_at" TIMESTAMPTZ(3),
    "last_status" INTEGER,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attempt" (
    "id" BIGSERIAL NOT NULL,
    "delivery_id" BIGINT NOT NULL,
    "number" INTEGER NOT NULL,
    "url" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    "first_byte_ms" INTEGER,
    "status_code" INTEGER,
    "error_code" TEXT,
    "error" TEXT,
    "advice" TEXT,
    "is_our_fault" BOOLEAN NOT NULL DEFAULT false,
    "remote_address" TEXT,
    "request_headers" JSONB,
    "response_headers" JSONB,
    "response_body" TEXT,

    CONSTRAINT "attempt_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "project_slug_key" ON "project"("slug");

-- CreateIndex
CREATE INDEX "member_user_id_idx" ON "member"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_link_token_hash_key" ON "sign_in_link"("token_hash");

-- CreateIndex
CREATE INDEX "sign_in_link_project_id_idx" ON "sign_in_link"("project_id");

-- CreateIndex
CREATE INDEX "rate_limit_window_start_idx" ON "rate_limit"("window_start");

-- CreateIndex
CREATE UNIQUE INDEX "system_mail_dedupe_key_key" ON "system_mail"("dedupe_key");

-- CreateIndex
CREATE INDEX "system_mail_project_id_created_at_idx" ON "system_mail"("project_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "customer_project_id_created_at_id_idx" ON "customer"("project_id", "created_at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "customer_project_id_external_id_key" ON "customer"("project_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "customer_project_id_email_key" ON "customer"("project_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "customer_project_id_phone_key" ON "customer"("project_id", "phone");

-- CreateIndex
CREATE INDEX "request_project_id_created_at_idx" ON "request"("project_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "request_customer_id_idx" ON "request"("customer_id");

-- CreateIndex
CREATE UNIQUE INDEX "rating_link_token_hash_key" ON "rating_link"("token_hash");

-- CreateIndex
CREATE INDEX "rating_link_request_id_idx" ON "rating_link"("request_id");

-- CreateIndex
CREATE INDEX "rating_intent_rating_link_id_created_at_idx" ON "rating_intent"("rating_link_id", "created_at");

-- CreateIndex
CREATE INDEX "rating_intent_project_id_created_at_idx" ON "rating_intent"("project_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "review_request_id_key" ON "review"("request_id");

-- CreateIndex
CREATE INDEX "review_project_id_created_at_id_idx" ON "review"("project_id", "created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "review_customer_id_idx" ON "review"("customer_id");

-- CreateIndex
CREATE INDEX "webhook_project_id_created_at_idx" ON "webhook"("project_id", "created_at");

-- CreateIndex
CREATE INDEX "webhook_secret_webhook_id_idx" ON "webhook_secret"("webhook_id");

-- CreateIndex
CREATE INDEX "webhook_pause_webhook_id_off_at_idx" ON "webhook_pause"("webhook_id", "off_at");

-- CreateIndex
CREATE INDEX "lane_rank_ready_at_idx" ON "lane"("rank", "ready_at");

-- CreateIndex
CREATE INDEX "event_project_id_created_at_idx" ON "event"("project_id", "created_at");

-- CreateIndex
CREATE INDEX "event_created_at_idx" ON "event"("created_at");

-- CreateIndex
CREATE INDEX "delivery_webhook_id_created_at_id_idx" ON "delivery"("webhook_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "delivery_event_id_idx" ON "delivery"("event_id");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_webhook_id_event_id_replay_id_key" ON "delivery"("webhook_id", "event_id", "replay_id");

-- CreateIndex
CREATE INDEX "attempt_delivery_id_number_idx" ON "attempt"("delivery_id", "number");

-- CreateIndex
CREATE INDEX "attempt_started_at_idx" ON "attempt"("started_at");

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in_link" ADD CONSTRAINT "sign_in_link_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in_link" ADD CONSTRAINT "sign_in_link_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "system_mail" ADD CONSTRAINT "system_mail_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer" ADD CONSTRAINT "customer_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request" ADD CONSTRAINT "request_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request" ADD CONSTRAINT "request_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating_link" ADD CONSTRAINT "rating_link_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating_link" ADD CONSTRAINT "rating_link_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating_intent" ADD CONSTRAINT "rating_intent_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating_intent" ADD CONSTRAINT "rating_intent_rating_link_id_fkey" FOREIGN KEY ("rating_link_id") REFERENCES "rating_link"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_page" ADD CONSTRAINT "review_page_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_secret" ADD CONSTRAINT "webhook_secret_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_pause" ADD CONSTRAINT "webhook_pause_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lane" ADD CONSTRAINT "lane_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "delivery"("id") ON DELETE CASCADE ON UPDATE CASCADE;
