-- CreateEnum
CREATE TYPE "engine_run_status" AS ENUM ('running', 'failed');

-- CreateTable
CREATE TABLE "engine_function" (
    "id" TEXT NOT NULL,
    "events" TEXT[],
    "limit_count" INTEGER,
    "limit_path" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "engine_function_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "engine_run" (
    "id" BIGSERIAL NOT NULL,
    "function_id" TEXT NOT NULL,
    "event" JSON NOT NULL,
    "status" "engine_run_status" NOT NULL DEFAULT 'running',
    "pending" INTEGER NOT NULL DEFAULT 0,
    "error" JSON,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "engine_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "engine_step" (
    "run_id" BIGINT NOT NULL,
    "id" TEXT NOT NULL,
    "position" BIGSERIAL NOT NULL,
    "value" JSON NOT NULL,

    CONSTRAINT "engine_step_pkey" PRIMARY KEY ("run_id","id")
);

-- CreateTable
CREATE TABLE "engine_job" (
    "id" BIGSERIAL NOT NULL,
    "run_id" BIGINT NOT NULL,
    "function_id" TEXT NOT NULL,
    "limit_key" TEXT NOT NULL DEFAULT '',
    "step_id" TEXT NOT NULL DEFAULT 'step',
    "is_sleep" BOOLEAN NOT NULL DEFAULT false,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "ready_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "token" UUID,
    "claims" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "engine_job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "engine_seen" (
    "key" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "engine_seen_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "engine_job_function_id_limit_key_ready_at_id_idx" ON "engine_job"("function_id", "limit_key", "ready_at", "id");

-- CreateIndex
CREATE INDEX "engine_seen_expires_at_idx" ON "engine_seen"("expires_at");

-- These rows live for milliseconds: vacuum by count, not by share.
ALTER TABLE "engine_job" SET (fillfactor = 70, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
ALTER TABLE "engine_run" SET (fillfactor = 90, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
ALTER TABLE "engine_step" SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
