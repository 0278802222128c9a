-- What was counted by the clock's windows: a subject may have several rows.
DELETE FROM "rate_limit";

-- AlterTable
ALTER TABLE "rate_limit" DROP CONSTRAINT "rate_limit_pkey",
ADD CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key");
