-- AlterTable
ALTER TABLE "message" ADD COLUMN     "review_id" TEXT;

-- AlterTable
ALTER TABLE "review" ADD COLUMN     "message_id" TEXT;

-- CreateIndex
CREATE INDEX "message_rescheduled_from_id_idx" ON "message"("rescheduled_from_id");
