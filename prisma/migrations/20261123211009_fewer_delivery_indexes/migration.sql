-- DropIndex
DROP INDEX "delivery_event_id_idx";

-- DropIndex
DROP INDEX "delivery_webhook_id_event_id_replay_id_key";

-- DropIndex
DROP INDEX "attempt_started_at_idx";

-- CreateIndex
CREATE UNIQUE INDEX "delivery_event_id_webhook_id_replay_id_key" ON "delivery"("event_id", "webhook_id", "replay_id");

-- Old deliveries go with their events.
drop index delivery_created_at_idx;
