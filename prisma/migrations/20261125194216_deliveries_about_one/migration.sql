-- CreateIndex
CREATE INDEX "delivery_resource_id_status_event_type_created_at_id_idx" ON "delivery"("resource_id", "status", "event_type", "created_at", "id");
