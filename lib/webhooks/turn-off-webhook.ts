import { recordAudit } from "@/lib/audit/record-audit";
import { db, type Tx } from "@/lib/db/client";
import { newId } from "@/lib/ids";
import { keepBackPending } from "@/lib/webhooks/commands/keep-back-pending";
import { SLOW_TRANSACTION } from "@/lib/webhooks/commands/slow-transaction";
import { stopReplays } from "@/lib/webhooks/commands/stop-replays";
import { healthThresholds } from "@/lib/webhooks/health-thresholds";
import { durationWords } from "@/lib/webhooks/moment-words";
import { queueWebhookNotice } from "@/lib/webhooks/queue-webhook-notice";
import { decideHealth, type HealthCounters } from "@/lib/webhooks/webhook-health";

export type TurnOffCause =
  /** It answered 410 at this URL. */
  | { reason: "gone"; url: string }
  /** Nothing has succeeded for too long; judged anew inside. */
  | { reason: "failing" };

/**
 * Turns a webhook off on Starwire's own decision and writes to owners and admins, in one transaction. The state is
 * judged and changed under a lock, so however many try at once, one does it and one notice goes out.
 * @returns false when there was nothing to turn off: it is off, deleted, was changed or has succeeded since
 */
export async function turnOffWebhook(webhookId: string, cause: TurnOffCause): Promise<boolean> {
  const projectId = await db.$transaction(async (tx) => {
    const webhook = await findStillSo(tx, webhookId, cause);
    if (!webhook) return null;
    const pauseId = newId("pau");
    await tx.$executeRaw`
      with off as (
        update webhook
        set is_on = false, off_since = now(), off_reason = ${cause.reason}::webhook_off_reason, off_by_name = null,
            config_version = config_version + 1
        where id = ${webhookId} and is_on
        returning off_since
      )
      insert into webhook_pause (id, webhook_id, off_at) select ${pauseId}, ${webhookId}, off_since from off`;
    await stopReplays(tx, webhookId);
    await recordAudit(
      tx,
      { projectId: webhook.projectId, by: "system" },
      { action: "webhook.turned_off", target: { id: webhookId, name: webhook.url }, reason: webhook.why },
    );
    const kind = cause.reason === "gone" ? "gone" : "turned_off";
    await queueWebhookNotice(tx, webhookId, { kind, key: `webhook ${webhookId} off ${pauseId}` });
    return webhook.projectId;
  }, SLOW_TRANSACTION);
  if (projectId === null) return false;
  await keepBackPending({ webhookId, projectId });
  return true;
}

type StillSo = { projectId: string; url: string; why: string };

async function findStillSo(tx: Tx, webhookId: string, cause: TurnOffCause): Promise<StillSo | null> {
  const [webhook] = await tx.$queryRaw<{ url: string; projectId: string }[]>`
    select url, project_id as "projectId" from webhook
    where id = ${webhookId} and is_on and deleted_at is null for no key update`;
  if (!webhook) return null;
  if (cause.reason === "gone") {
    return webhook.url === cause.url ? { ...webhook, why: "It answered 410 Gone." } : null;
  }
  const [counters] = await tx.$queryRaw<HealthCounters[]>`
    select first_failure_at as "firstFailureAt", last_failure_at as "lastFailureAt", last_success_at as "lastSuccessAt",
           failed_attempts as "failedAttempts", failed_events as "failedEvents", noticed_hours as "noticedHours"
    from lane where webhook_id = ${webhookId} for no key update`;
  const now = new Date();
  if (!counters?.firstFailureAt || decideHealth(counters, healthThresholds(), now).kind !== "turn_off")
    return null;
  const failing = durationWords(now.getTime() - counters.firstFailureAt.getTime());
  const attempts = counters.failedAttempts.toLocaleString("en");
  return { ...webhook, why: `Every attempt failed for ${failing} (${attempts} attempts).` };
}
