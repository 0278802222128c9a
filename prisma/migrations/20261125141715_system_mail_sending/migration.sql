-- AlterTable
ALTER TABLE "system_mail" ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "failure" TEXT,
ADD COLUMN     "send_token" UUID;

-- CreateIndex
CREATE INDEX "system_mail_sent_at_due_at_idx" ON "system_mail"("sent_at", "due_at");
