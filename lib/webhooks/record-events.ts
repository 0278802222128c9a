import type { Tx } from "@/lib/db/client";
import { eventOf, type RecordedChange } from "@/lib/webhooks/event-statement";
import { wakeAfterCommit } from "@/lib/webhooks/with-events";

/** Keeps one statement's parameters at about a megabyte. */
const BATCH = 500;

/**
 * Records many changes of one project, each of another resource, as `recordEvent` does one: inside `withEvents`, in one
 * statement for 500 of them.
 */
export async function recordEvents(tx: Tx, projectId: string, changes: RecordedChange[]): Promise<void> {
  for (let done = 0; done < changes.length; done += BATCH) {
    await recordBatch(tx, projectId, changes.slice(done, done + BATCH));
  }
  if (changes.length > 0) wakeAfterCommit(tx, projectId);
}

async function recordBatch(tx: Tx, projectId: string, changes: RecordedChange[]): Promise<void> {
  const events = changes.map(eventOf);
  await tx.$executeRaw`
    with x as (
      select * from unnest(
        ${events.map(({ id }) => id)}::text[], ${changes.map(({ type }) => type)}::text[],
        ${changes.map(({ data }) => data.object)}::text[], ${changes.map(({ data }) => data.id)}::text[],
        ${changes.map(({ data }) => data.revision)}::int[], ${events.map(({ body }) => body)}::text[],
        ${events.map(({ createdAt }) => createdAt)}::timestamptz[],
        ${changes.map(({ data }) => data.customer?.id ?? null)}::text[]
      ) as x (id, type, resource_type, resource_id, revision, body, created_at, customer_id)
    ), target as (
      select id, is_on, epoch, all_event_types, event_types
      from webhook
      where project_id = ${projectId} and deleted_at is null
    ), new_event as (
      insert into event (id, project_id, type, resource_type, resource_id, revision, body, missed_by, customer_id, created_at)
      select x.id, ${projectId}, x.type, x.resource_type::resource_type, x.resource_id, x.revision, x.body,
             array(select id from target where not is_on), x.customer_id, x.created_at
      from x
      returning id, project_id, type, resource_id, revision
    )
    insert into delivery (project_id, webhook_id, event_id, event_type, resource_id, revision, epoch)
    select e.project_id, target.id, e.id, e.type, e.resource_id, e.revision, target.epoch
    from new_event e, target
    where target.is_on and (target.all_event_types or e.type = any (target.event_types))`;
}
