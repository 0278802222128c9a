import { sql } from "@/lib/db/sql";
import type { LaneDelivery } from "@/lib/webhooks/lane/lane-delivery";
import type { TakeLimits } from "@/lib/webhooks/lane/take-limits";

export type Taken = {
  /** Chain by chain: resources in the order of their first due delivery, within one by revision. */
  deliveries: LaneDelivery[];
  /** True when a limit was reached: more is due. */
  hasMore: boolean;
  /** The lane's `wakes` in the same snapshot: anything recorded later raises it. */
  wakes: number;
};

type Row = {
  wakes: number;
  id: string;
  event_id: string;
  event_type: string;
  resource_id: string;
  revision: number;
  prio: number;
  due_for_ms: number;
  attempts: number;
  uncounted: number;
  crashes: number;
  epoch: number;
  failed_episode: number | null;
  body: string;
};

const CHAIN_MAX = 100;

const heads = (prio: number, limit: string) => `
  (select id, resource_id, prio, due_at from delivery
   where webhook_id = $1 and status = 'waiting' and prio = ${prio} and due_at <= now() and id <> all ($2::bigint[])
   order by due_at, id limit ${limit})`;

const columns = `d.id, d.event_id, d.event_type, d.resource_id, d.revision, d.prio, (extract(epoch from now() - d.due_at) * 1000)::float8 as due_for_ms,
  d.attempts, d.uncounted, d.crashes, d.epoch, d.failed_episode`;

const TAKE = `
  with heads as materialized (
    ${heads(-1, "$3")} union all ${heads(0, "$4")} union all ${heads(1, "$5")} union all ${heads(2, "$6")}
  ), chains as (
    select resource_id, prio = 2 as is_replay, min(prio) as rank, min(due_at) as first_due
    from heads where prio >= 0 group by 1, 2
  ), taken as (
    select c.rank, c.first_due, d.* from chains c cross join lateral (
      select ${columns} from delivery d
      where d.webhook_id = $1 and d.status = 'waiting' and d.resource_id = c.resource_id
        and d.prio >= 0 and (d.prio = 2) = c.is_replay
      order by d.revision, d.id limit ${CHAIN_MAX}
    ) d
    union all
    select h.prio, h.due_at, ${columns} from heads h join delivery d on d.id = h.id where h.prio < 0
  )
  select l.wakes, t.*, e.body
  from lane l left join (taken t join event e on e.id = t.event_id) on true
  where l.webhook_id = $1
  order by t.rank, t.first_due, t.resource_id, t.revision, t.id`;

/**
 * Some due deliveries of a lane, each with those of its resource that wait before and behind it. The cost doesn't grow
 * with the backlog. Nothing is marked: the lease alone says who sends.
 * @param known ids that the caller already has in memory; they don't count against the limits
 */
export async function takeDeliveries(webhookId: string, known: string[], limits: TakeLimits): Promise<Taken> {
  const { asked, first, retry, replay } = limits;
  const rows = await sql<Row | { id: null; wakes: number }>(TAKE, [
    webhookId,
    known,
    asked,
    first,
    retry,
    replay,
  ]);
  const deliveries = rows.flatMap((row) => (row.id === null ? [] : [toDelivery(row)]));
  const isFull = (limit: number, ofClass: (prio: number) => boolean) =>
    limit > 0 && deliveries.filter(({ prio, dueForMs }) => dueForMs >= 0 && ofClass(prio)).length >= limit;
  const hasMore =
    isFull(asked, (prio) => prio < 0) ||
    isFull(first, (prio) => prio === 0) ||
    isFull(retry, (prio) => prio === 1) ||
    isFull(replay, (prio) => prio === 2);
  return { deliveries, hasMore, wakes: rows[0]?.wakes ?? 0 };
}

function toDelivery(row: Row): LaneDelivery {
  return {
    id: row.id,
    eventId: row.event_id,
    eventType: row.event_type,
    resourceId: row.resource_id,
    revision: row.revision,
    prio: row.prio,
    dueForMs: row.due_for_ms,
    attempts: row.attempts,
    uncounted: row.uncounted,
    crashes: row.crashes,
    epoch: row.epoch,
    failedEpisode: row.failed_episode,
    body: Buffer.from(row.body, "utf8"),
  };
}
