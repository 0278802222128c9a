import { type Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { PauseDecision } from "@/lib/db/generated/enums";
import { MISSED_COUNT_MAX } from "@/lib/webhooks/schema";

/** Clocks of web servers may differ by this much; which events were missed is noted on them exactly. */
const SKEW = Prisma.sql`interval '5 minutes'`;

const REASONS: Record<PauseDecision, string | null> = { send: null, skip: "skipped" };

/**
 * Gives each event that a webhook missed while off the delivery it would have had: to be sent after everything new, or
 * ended as skipped so that the log shows it. One that has its delivery already is left alone, so this may run twice.
 * Event types are the present ones. A webhook that is off again keeps them as held. What an off time may have missed about
 * which nobody has decided is left to that decision.
 * @param off the off time: from when, and until when
 * @returns how many
 */
export async function deliverMissed(
  tx: Tx,
  webhookId: string,
  decision: PauseDecision,
  off: { since: Date; until: Date },
): Promise<number> {
  return tx.$executeRaw`
    insert into delivery (project_id, webhook_id, event_id, event_type, resource_id, revision, epoch, prio,
                          status, end_reason, ended_at)
    select e.project_id, w.id, e.id, e.type, e.resource_id, e.revision, w.epoch, 2,
           (case when ${decision} = 'skip' then 'canceled' when w.is_on then 'waiting' else 'held' end)::delivery_status,
           ${REASONS[decision]}, case when ${decision} = 'skip' then now() end
    from webhook w join event e on e.project_id = w.project_id
    where w.id = ${webhookId} and w.deleted_at is null
      and e.created_at between ${off.since}::timestamptz - ${SKEW} and ${off.until}::timestamptz + ${SKEW}
      and w.id = any (e.missed_by)
      and not exists (
        select from webhook_pause p
        where p.webhook_id = w.id and p.decision is null and e.created_at >= p.off_at - ${SKEW})
      and e.erased_at is null and (w.all_event_types or e.type = any (w.event_types))
    order by e.created_at, e.id
    on conflict (webhook_id, event_id, replay_id) do nothing`;
}

/**
 * Events that a webhook missed in off times about which nobody has decided; `w` is the webhook's row. Looks at those times
 * alone, and counts no further than one past the maximum.
 */
export const countMissed = Prisma.sql`(
  select count(*) from (
    select distinct e.id
    from webhook_pause p
    join event e on e.project_id = w.project_id
                and e.created_at between p.off_at - ${SKEW} and coalesce(p.on_at, now()) + ${SKEW}
    where p.webhook_id = w.id and p.decision is null and w.id = any (e.missed_by)
      and e.erased_at is null and (w.all_event_types or e.type = any (w.event_types))
      and not exists (select from delivery d where d.webhook_id = w.id and d.event_id = e.id and d.replay_id = '')
    limit ${MISSED_COUNT_MAX + 1}
  ) missed)::int`;
