-- AlterTable
ALTER TABLE "lane" ADD COLUMN     "probe_at" TIMESTAMPTZ(3);
