-- CreateEnum
CREATE TYPE "audit_actor" AS ENUM ('user', 'api_key', 'system');

-- CreateEnum
CREATE TYPE "replay_status" AS ENUM ('running', 'done', 'canceled', 'stopped');

-- DropIndex
DROP INDEX "delivery_webhook_id_created_at_id_idx";

-- AlterTable
ALTER TABLE "event" ADD COLUMN     "customer_id" TEXT,
ADD COLUMN     "erased_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "last_advice" TEXT,
ADD COLUMN     "last_is_ours" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "last_ms" INTEGER;

-- AlterTable
ALTER TABLE "attempt" ADD COLUMN     "run_id" TEXT;

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "actor" "audit_actor" NOT NULL,
    "actor_id" TEXT,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "target_id" TEXT NOT NULL,
    "target_name" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "replay" (
    "id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "webhook_id" TEXT NOT NULL,
    "status" "replay_status" NOT NULL DEFAULT 'running',
    "statuses" TEXT[],
    "event_types" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "until_at" TIMESTAMPTZ(3) NOT NULL,
    "total" INTEGER NOT NULL,
    "recorded" INTEGER NOT NULL DEFAULT 0,
    "cursor_at" TIMESTAMPTZ(3),
    "cursor_id" BIGINT,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "replay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_day" (
    "webhook_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "delivered" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "ours" INTEGER NOT NULL DEFAULT 0,
    "durations" INTEGER[] DEFAULT ARRAY[]::INTEGER[],

    CONSTRAINT "webhook_day_pkey" PRIMARY KEY ("webhook_id","day")
);

-- CreateIndex
CREATE INDEX "audit_entry_project_id_id_idx" ON "audit_entry"("project_id", "id");

-- CreateIndex
CREATE INDEX "audit_entry_target_id_id_idx" ON "audit_entry"("target_id", "id");

-- CreateIndex
CREATE INDEX "replay_webhook_id_created_at_idx" ON "replay"("webhook_id", "created_at");

-- CreateIndex
CREATE INDEX "event_customer_id_idx" ON "event"("customer_id");

-- CreateIndex
CREATE INDEX "delivery_webhook_id_status_event_type_created_at_id_idx" ON "delivery"("webhook_id", "status", "event_type", "created_at", "id");

-- CreateIndex
CREATE INDEX "delivery_project_id_status_event_type_created_at_id_idx" ON "delivery"("project_id", "status", "event_type", "created_at", "id");

-- AddForeignKey
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "replay" ADD CONSTRAINT "replay_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "replay" ADD CONSTRAINT "replay_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_day" ADD CONSTRAINT "webhook_day_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a replay or resend made; ordinary deliveries never enter it.
create index delivery_replay_idx on delivery (replay_id, status) where replay_id <> '';
-- What failed at least once and has not been delivered, by the class of its last answer (0: none). What is delivered at
-- the first attempt never enters it. The two name the class differently, so that neither is taken for the other's queries.
create index delivery_webhook_code_idx on delivery (webhook_id, (coalesce(last_status / 100, 0)), status, created_at, id)
  where attempts > 0 and status <> 'delivered';
create index delivery_project_code_idx on delivery (project_id, (coalesce(last_status, 0) / 100), status, created_at, id)
  where attempts > 0 and status <> 'delivered';
-- Events of the last hours whose customer was erased, for answers that were still on their way.
create index event_erased_idx on event (erased_at) where erased_at is not null;

alter table webhook_day set (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 200);

update event set customer_id = body::json #>> '{data,customer,id}' where not is_test;
