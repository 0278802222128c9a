-- AlterTable
ALTER TABLE "event" ADD COLUMN     "redacted_at" TIMESTAMPTZ(3);

update event set redacted_at = erased_at where erased_at is not null;

-- Events of the last hours whose customer was erased, for answers that were still on their way: to a last event as well.
create index event_redacted_idx on event (redacted_at) where redacted_at is not null;
drop index event_erased_idx;
