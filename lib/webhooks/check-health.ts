import { db } from "@/lib/db/client";
import { healthThresholds } from "@/lib/webhooks/health-thresholds";
import { queueWebhookNotice } from "@/lib/webhooks/queue-webhook-notice";
import { turnOffWebhook } from "@/lib/webhooks/turn-off-webhook";
import { decideHealth } from "@/lib/webhooks/webhook-health";

export type HealthCheck = { did: "nothing" | "turned_off" } | { did: "noticed"; hours: number };

/** Sends the notice that is due for a failing webhook, or turns it off. Safe to call at any time, from anywhere, in parallel. */
export async function checkHealth(webhookId: string): Promise<HealthCheck> {
  const lane = await db.lane.findFirst({ where: { webhookId, webhook: { isOn: true, deletedAt: null } } });
  if (!lane) return { did: "nothing" };
  const decision = decideHealth(lane, healthThresholds(), new Date());
  if (decision.kind === "turn_off") {
    return { did: (await turnOffWebhook(webhookId, { reason: "failing" })) ? "turned_off" : "nothing" };
  }
  if (decision.kind === "keep") return { did: "nothing" };
  const { hours } = decision;
  const isFirst = await db.$transaction(async (tx) => {
    const noticed = await tx.$queryRaw<{ since: Date }[]>`
      update lane set noticed_hours = ${hours}
      where webhook_id = ${webhookId} and episode = ${lane.episode} and noticed_hours < ${hours}
        and first_failure_at is not null
      returning first_failure_at as since`;
    const [episode] = noticed;
    if (!episode) return false;
    const key = `webhook ${webhookId} failing since ${episode.since.toISOString()} for ${hours} h`;
    await queueWebhookNotice(tx, webhookId, { kind: "failing", key });
    return true;
  });
  return isFirst ? { did: "noticed", hours } : { did: "nothing" };
}

/** Webhooks that are on and failing, the longest first. */
export async function listFailingWebhooks(): Promise<string[]> {
  const lanes = await db.lane.findMany({
    where: { firstFailureAt: { not: null }, webhook: { isOn: true, deletedAt: null } },
    select: { webhookId: true },
    orderBy: { firstFailureAt: "asc" },
  });
  return lanes.map(({ webhookId }) => webhookId);
}
