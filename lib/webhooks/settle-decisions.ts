import { db, type Tx } from "@/lib/db/client";
import type { PauseDecision } from "@/lib/db/generated/enums";
import { deliverMissed } from "@/lib/webhooks/missed-events";
import { wakeRelay } from "@/lib/webhooks/wake-relay";

const LOOK_BACK_MS = 30 * 60_000;

/**
 * Applies recent Send and Skip decisions to what they couldn't see: events whose transaction began while the webhook was
 * off, or before that, and ended after the decision. @returns how many there were
 */
export async function settleDecisions(): Promise<number> {
  const pauses = await db.webhookPause.findMany({
    where: { decidedAt: { gt: new Date(Date.now() - LOOK_BACK_MS) }, decision: { not: null } },
    include: { webhook: { select: { projectId: true } } },
    orderBy: { decidedAt: "desc" },
  });
  let late = 0;
  for (const { webhookId, decision, offAt, onAt, webhook } of pauses) {
    if (decision === null || onAt === null) continue;
    const off = { since: offAt, until: onAt };
    const found = await db.$transaction(
      async (tx) =>
        (await deliverMissed(tx, webhookId, decision, off)) + (await settleHeld(tx, webhookId, decision)),
    );
    if (found > 0) wakeRelay(webhook.projectId);
    late += found;
  }
  return late;
}

/**
 * What was recorded for a webhook that was on, and found held when nobody was to be asked about it any more. The latest
 * decision comes first and takes it all.
 */
async function settleHeld(tx: Tx, webhookId: string, decision: PauseDecision): Promise<number> {
  return tx.$executeRaw`
    update delivery d
    set status = (case when x.is_sent then 'waiting' else 'canceled' end)::delivery_status,
        end_reason = case when not x.is_chosen then 'no longer chosen' when not x.is_sent then 'skipped' end,
        ended_at = case when not x.is_sent then now() end,
        prio = 2, due_at = now(), epoch = x.epoch, uncounted = d.attempts, crashes = 0
    from (
      select d.id, w.epoch, c.is_chosen, c.is_chosen and ${decision} = 'send' as is_sent
      from webhook w
      join delivery d on d.webhook_id = w.id and d.status = 'held'
      cross join lateral (select w.all_event_types or d.event_type = any (w.event_types) as is_chosen) c
      where w.id = ${webhookId} and w.is_on and w.deleted_at is null
        and not exists (select from webhook_pause p where p.webhook_id = w.id and p.decision is null)
      order by d.id for no key update of d
    ) x
    where d.id = x.id`;
}
