-- AlterTable
ALTER TABLE "webhook" ADD COLUMN     "epoch" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "lane" ADD COLUMN     "alarm_at" TIMESTAMPTZ(3),
ADD COLUMN     "episode" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "event" ADD COLUMN     "missed_by" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "delivery" DROP COLUMN "first_failed_at",
ADD COLUMN     "epoch" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "failed_episode" INTEGER,
ADD COLUMN     "uncounted" INTEGER NOT NULL DEFAULT 0;

-- What waits is found by these alone; their size is the backlog, not the history.
create index delivery_waiting_due_idx on delivery (webhook_id, prio, due_at, id) where status = 'waiting';
create index delivery_waiting_resource_idx on delivery (webhook_id, resource_id, revision, id) where status = 'waiting';
create index delivery_held_idx on delivery (webhook_id, id) where status = 'held';
create index delivery_created_at_idx on delivery (created_at);

-- Revisions of a resource are numbered once; test events carry sample ids and stand outside.
create unique index event_revision_key on event (resource_id, revision) where not is_test;

-- Lanes that hold a lease, for the relay's quotas.
create index lane_leased_idx on lane (rank) where token is not null;

-- Lanes are few and updated all the time.
alter table lane set (fillfactor = 40, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 200,
                      autovacuum_vacuum_cost_delay = 0);
alter table delivery set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.05,
                          autovacuum_analyze_scale_factor = 0.02);

alter table webhook add constraint webhook_off_check check (is_on = (off_since is null));
alter table webhook add constraint webhook_types_check check (all_event_types or cardinality(event_types) > 0);
alter table lane add constraint lane_rank_check check (rank between 0 and 2);
alter table lane add constraint lane_win_check check (win >= 1);
alter table lane add constraint lane_opened_check check (token is not null or not opened);
alter table event add constraint event_revision_check check (is_test or revision >= 1);
alter table delivery add constraint delivery_prio_check check (prio between -1 and 2);
alter table delivery add constraint delivery_ended_check check ((status in ('waiting', 'held')) = (ended_at is null));
