import { db } from "@/lib/db/client";
import { deliverMissed } from "@/lib/webhooks/missed-events";
import { wakeRelay } from "@/lib/webhooks/wake-relay";

const LOOK_BACK_MS = 30 * 60_000;

/**
 * Applies recent Send and Skip decisions to events whose transaction began while the webhook was off and ended after the
 * decision. @returns how many there were
 */
export async function settleDecisions(): Promise<number> {
  const pauses = await db.webhookPause.findMany({
    where: { decidedAt: { gt: new Date(Date.now() - LOOK_BACK_MS) }, decision: { not: null } },
    include: { webhook: { select: { projectId: true } } },
  });
  let late = 0;
  for (const { webhookId, decision, offAt, onAt, webhook } of pauses) {
    if (decision === null || onAt === null) continue;
    const off = { since: offAt, until: onAt };
    const found = await db.$transaction((tx) => deliverMissed(tx, webhookId, decision, off));
    if (found > 0) wakeRelay(webhook.projectId);
    late += found;
  }
  return late;
}
