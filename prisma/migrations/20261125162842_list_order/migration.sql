-- DropIndex
DROP INDEX "message_project_id_created_at_id_idx";

-- DropIndex
DROP INDEX "customer_project_id_created_at_id_idx";

-- DropIndex
DROP INDEX "review_project_id_created_at_id_idx";

-- DropIndex
DROP INDEX "event_project_id_created_at_idx";

-- CreateIndex
CREATE INDEX "message_project_id_created_at_id_idx" ON "message"("project_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "customer_project_id_created_at_id_idx" ON "customer"("project_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "review_project_id_created_at_id_idx" ON "review"("project_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "event_project_id_created_at_id_idx" ON "event"("project_id", "created_at", "id");
