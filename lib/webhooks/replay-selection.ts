import { Prisma } from "@/lib/db/generated/client";
import { EVENT_TYPES } from "@/lib/webhooks/event-catalog";

/** Deliveries of one webhook, by what a replay asks for. */
export type ReplaySelection = {
  webhookId: string;
  statuses: readonly string[];
  /** Empty: all. */
  eventTypes: readonly string[];
  fromAt: Date;
  untilAt: Date;
};

/**
 * The selection's deliveries, each kind along its index, oldest first.
 * @param after leaves out those up to this place
 */
export function selectedDeliveries(
  selection: ReplaySelection,
  limit: number,
  after: { at: Date; id: bigint } | null = null,
): Prisma.Sql {
  const types = selection.eventTypes.length > 0 ? selection.eventTypes : EVENT_TYPES;
  const from = after
    ? Prisma.sql`(created_at, id) > (${after.at}::timestamptz, ${after.id}::bigint)`
    : Prisma.sql`created_at >= ${selection.fromAt}::timestamptz`;
  const walks = selection.statuses.flatMap((status) =>
    types.map(
      (type) => Prisma.sql`
        (select id, created_at, event_id, status from delivery
         where webhook_id = ${selection.webhookId} and status = ${status}::delivery_status and event_type = ${type}
           and ${from} and created_at < ${selection.untilAt}::timestamptz
         order by created_at, id limit ${limit})`,
    ),
  );
  return Prisma.sql`
    select * from (${Prisma.join(walks, " union all ")}) walked order by created_at, id limit ${limit}`;
}

/**
 * The events of selected deliveries (`d`) that are to be sent again: no tests, nothing erased, nothing that is on its way
 * already, and nothing that was delivered meanwhile when it was chosen for having failed.
 */
export function replayableEvents(webhookId: string): Prisma.Sql {
  return Prisma.sql`
    event e on e.id = d.event_id and not e.is_test and e.erased_at is null
    and not exists (
      select from delivery x
      where x.event_id = d.event_id and x.webhook_id = ${webhookId}
        and (x.status = 'waiting' or (x.status = 'delivered' and d.status <> 'delivered')))`;
}
