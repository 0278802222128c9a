-- CreateEnum
CREATE TYPE "message_channel" AS ENUM ('email', 'sms');

-- CreateEnum
CREATE TYPE "message_status" AS ENUM ('scheduled', 'sending', 'sent', 'delivered', 'failed', 'complained', 'canceled', 'skipped');

-- CreateEnum
CREATE TYPE "suppression_reason" AS ENUM ('unsubscribed', 'stopped', 'bounced', 'complained');

-- CreateEnum
CREATE TYPE "template_kind" AS ENUM ('request', 'reminder');

-- CreateEnum
CREATE TYPE "rating_link_style" AS ENUM ('stars', 'button');

-- AlterTable
ALTER TABLE "rating_link" ADD COLUMN     "message_id" TEXT;

-- CreateTable
CREATE TABLE "message" (
    "id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "sequence" SMALLINT NOT NULL,
    "channel" "message_channel" NOT NULL,
    "status" "message_status" NOT NULL DEFAULT 'scheduled',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "to" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "subject" TEXT,
    "preview" TEXT NOT NULL,
    "segments" INTEGER,
    "scheduled_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "ignores_quiet_hours" BOOLEAN NOT NULL DEFAULT false,
    "sent_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "opened_at" TIMESTAMPTZ(3),
    "clicked_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "complained_at" TIMESTAMPTZ(3),
    "canceled_at" TIMESTAMPTZ(3),
    "failure_code" TEXT,
    "failure_message" TEXT,
    "failure_provider_code" TEXT,
    "provider" TEXT,
    "provider_message_id" TEXT,
    "rescheduled_from_id" TEXT,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "send_token" UUID,
    "attempts" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message_content" (
    "message_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT,
    "headers" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "message_content_pkey" PRIMARY KEY ("message_id")
);

-- CreateTable
CREATE TABLE "message_report" (
    "id" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "provider_event_id" TEXT NOT NULL,
    "detail" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "message_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suppression" (
    "project_id" TEXT NOT NULL,
    "channel" "message_channel" NOT NULL,
    "address_hash" TEXT NOT NULL,
    "reason" "suppression_reason" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "suppression_pkey" PRIMARY KEY ("project_id","channel","address_hash")
);

-- CreateTable
CREATE TABLE "message_template" (
    "project_id" TEXT NOT NULL,
    "channel" "message_channel" NOT NULL,
    "kind" "template_kind" NOT NULL,
    "subject" TEXT,
    "body" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "message_template_pkey" PRIMARY KEY ("project_id","channel","kind")
);

-- CreateTable
CREATE TABLE "message_settings" (
    "project_id" TEXT NOT NULL,
    "sender_name" TEXT NOT NULL DEFAULT '',
    "reply_to" TEXT,
    "postal_address" TEXT NOT NULL DEFAULT '',
    "link_style" "rating_link_style" NOT NULL DEFAULT 'stars',
    "reminder_days" INTEGER[] DEFAULT ARRAY[3, 7, 14]::INTEGER[],
    "sms_from_minute" INTEGER NOT NULL DEFAULT 540,
    "sms_until_minute" INTEGER NOT NULL DEFAULT 1200,

    CONSTRAINT "message_settings_pkey" PRIMARY KEY ("project_id")
);

-- CreateIndex
CREATE INDEX "message_project_id_created_at_id_idx" ON "message"("project_id", "created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "message_request_id_idx" ON "message"("request_id");

-- CreateIndex
CREATE INDEX "message_customer_id_idx" ON "message"("customer_id");

-- CreateIndex
CREATE INDEX "message_provider_provider_message_id_idx" ON "message"("provider", "provider_message_id");

-- CreateIndex
CREATE INDEX "message_status_due_at_idx" ON "message"("status", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "message_report_provider_event_id_key" ON "message_report"("provider_event_id");

-- CreateIndex
CREATE INDEX "message_report_message_id_at_idx" ON "message_report"("message_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "rating_link_message_id_key" ON "rating_link"("message_id");

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_content" ADD CONSTRAINT "message_content_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_report" ADD CONSTRAINT "message_report_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suppression" ADD CONSTRAINT "suppression_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_template" ADD CONSTRAINT "message_template_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_settings" ADD CONSTRAINT "message_settings_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating_link" ADD CONSTRAINT "rating_link_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE SET NULL ON UPDATE CASCADE;
