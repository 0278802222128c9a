import { type Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { PauseDecision } from "@/lib/db/generated/enums";

/** Clocks of web servers may differ by this much; which events were missed is noted on them exactly. */
const SKEW = Prisma.sql`interval '5 minutes'`;

const REASONS: Record<PauseDecision, string | null> = { send: null, skip: "skipped" };

/**
 * Gives each event that a webhook missed while off the delivery it would have had: to be sent after everything new, or
 * ended as skipped so that the log shows it. One that has its delivery already is left alone, so this may run twice.
 * Event types are the present ones. A webhook that is off again keeps them as held.
 * @param since the beginning of the off time
 * @returns how many
 */
export async function deliverMissed(
  tx: Tx,
  webhookId: string,
  decision: PauseDecision,
  since: Date,
): Promise<number> {
  return tx.$executeRaw`
    insert into delivery (project_id, webhook_id, event_id, event_type, resource_id, revision, epoch, prio,
                          status, end_reason, ended_at)
    select e.project_id, w.id, e.id, e.type, e.resource_id, e.revision, w.epoch, 2,
           (case when ${decision} = 'skip' then 'canceled' when w.is_on then 'waiting' else 'held' end)::delivery_status,
           ${REASONS[decision]}, case when ${decision} = 'skip' then now() end
    from webhook w join event e on e.project_id = w.project_id
    where w.id = ${webhookId} and w.deleted_at is null
      and e.created_at >= ${since} - ${SKEW} and w.id = any (e.missed_by)
      and (w.all_event_types or e.type = any (w.event_types))
    order by e.created_at, e.id
    on conflict (webhook_id, event_id, replay_id) do nothing`;
}

/** Events that a webhook missed and about which nobody has decided; `w` is the webhook's row, `since` as above. */
export const countMissed = (since: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  select count(*) from event e
  where e.project_id = w.project_id and e.created_at >= ${since} - ${SKEW} and w.id = any (e.missed_by)
    and (w.all_event_types or e.type = any (w.event_types))
    and not exists (select from delivery d where d.webhook_id = w.id and d.event_id = e.id and d.replay_id = ''))`;
