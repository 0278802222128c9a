import type { Tx } from "@/lib/db/client";
import { env } from "@/lib/env";
import { paths } from "@/lib/paths";
import { queueSystemMail } from "@/lib/system-mails/queue-system-mail";
import { webhookNotice } from "@/lib/system-mails/webhook-notice";
import { healthThresholds } from "@/lib/webhooks/health-thresholds";
import { turnOffNotBefore } from "@/lib/webhooks/webhook-health";

/**
 * Writes to the owners and admins of a webhook's project, inside the transaction that makes the news true.
 * @param notice `key` makes it unique per person
 */
export async function queueWebhookNotice(
  tx: Tx,
  webhookId: string,
  notice: { kind: "failing" | "turned_off" | "gone"; key: string },
): Promise<void> {
  const webhook = await tx.webhook.findUniqueOrThrow({
    where: { id: webhookId },
    include: { project: true, lane: true },
  });
  const { project, lane } = webhook;
  const undelivered = await tx.delivery.count({ where: { webhookId, status: { in: ["waiting", "held"] } } });
  await queueSystemMail(tx, {
    projectId: project.id,
    kind: `webhook_${notice.kind}`,
    key: notice.key,
    content: webhookNotice({
      kind: notice.kind,
      projectName: project.name,
      timeZone: project.timezone,
      url: webhook.url,
      settingsUrl: `${env().APP_URL}${paths.webhooks(project.slug)}`,
      firstFailureAt: lane?.firstFailureAt ?? null,
      failedAttempts: lane?.failedAttempts ?? 0,
      lastFailure: lane?.lastFailure ?? null,
      undelivered,
      turnsOffAt: lane && turnOffNotBefore(lane, healthThresholds()),
      now: new Date(),
    }),
  });
}
