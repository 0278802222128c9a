-- AlterTable
ALTER TABLE "engine_job" ADD COLUMN     "plans_only" BOOLEAN NOT NULL DEFAULT false;
