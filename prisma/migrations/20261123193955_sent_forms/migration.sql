-- CreateTable
CREATE TABLE "sent_form" (
    "nonce" TEXT NOT NULL,
    "review_id" TEXT,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sent_form_pkey" PRIMARY KEY ("nonce")
);

-- CreateIndex
CREATE INDEX "sent_form_sent_at_idx" ON "sent_form"("sent_at");
