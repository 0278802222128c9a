import { Prisma } from "@/lib/db/generated/client";
import { newId } from "@/lib/ids";
import { buildEnvelope } from "@/lib/webhooks/envelope";
import type { EventType } from "@/lib/webhooks/event-catalog";
import type { MessagePayload } from "@/lib/webhooks/message-payload";
import type { ReviewPayload } from "@/lib/webhooks/review-payload";

export type RecordedChange = {
  project: { id: string; name: string; slug: string };
  type: EventType;
  /** The whole resource after the change; its `revision` was raised in this same transaction. */
  data: ReviewPayload | MessagePayload;
  changes?: readonly string[];
  previous?: Readonly<Record<string, unknown>>;
  reason?: string | null;
};

/** A change's event with a fresh id and the exact bytes to send. */
export function eventOf(change: RecordedChange): { id: string; createdAt: Date; body: string } {
  const id = newId("evt");
  const createdAt = new Date();
  const body = buildEnvelope({
    id,
    type: change.type,
    createdAt,
    isTest: false,
    project: change.project,
    data: change.data,
    changes: change.changes ?? null,
    previous: change.previous ?? null,
    reason: change.reason ?? null,
  });
  return { id, createdAt, body };
}

/**
 * The part of a statement, after its `with`, that records one change: event, deliveries, and who missed it by being off.
 * One statement, so that every webhook of the project is judged by one snapshot: it gets a delivery, or is noted as having
 * been off (`missed_by`), or has not chosen the type.
 * @param source what the event is selected from, for example "from new_review": no row there, no event.
 */
export function eventStatement(change: RecordedChange, source: Prisma.Sql = Prisma.empty) {
  const { id, createdAt, body } = eventOf(change);
  const sql = Prisma.sql`
    target as (
      select id, is_on, epoch, all_event_types or ${change.type} = any (event_types) as is_chosen
      from webhook
      where project_id = ${change.project.id} and deleted_at is null
    ), new_event as (
      insert into event (id, project_id, type, resource_type, resource_id, revision, body, missed_by, customer_id, created_at)
      select ${id}, ${change.project.id}, ${change.type}, ${change.data.object}::resource_type,
             ${change.data.id}, ${change.data.revision}::int, ${body},
             array(select id from target where not is_on), ${change.data.customer?.id ?? null}, ${createdAt}::timestamptz
      ${source}
      returning id, project_id, type, resource_id, revision
    ), fan_out as (
      insert into delivery (project_id, webhook_id, event_id, event_type, resource_id, revision, epoch)
      select e.project_id, target.id, e.id, e.type, e.resource_id, e.revision, target.epoch
      from new_event e, target
      where target.is_on and target.is_chosen
    )`;
  return { id, sql };
}
