import { recordAudit } from "@/lib/audit/record-audit";
import type { Access } from "@/lib/auth/access";
import { db, type Tx } from "@/lib/db/client";
import { checkTargetAtSave } from "@/lib/webhooks/check-target-at-save";
import { clearHealth } from "@/lib/webhooks/commands/clear-health";
import { cancelPending, retryPendingNow } from "@/lib/webhooks/commands/end-pending";
import { lockWebhook } from "@/lib/webhooks/commands/lock-webhook";
import { settleLane } from "@/lib/webhooks/commands/settle-lane";
import { SLOW_TRANSACTION } from "@/lib/webhooks/commands/slow-transaction";
import type { EditWebhookInput } from "@/lib/webhooks/schema";
import { wakeRelay } from "@/lib/webhooks/wake-relay";

/**
 * Changes URL or event types; what isn't given stays as it is. A new URL gets the pending retries at once and starts
 * with cleared health. Pending deliveries of types that are no longer chosen are canceled; a type chosen again counts
 * from the next event on.
 * @throws AppError `not_found`; `invalid` on `url` for an address that can't be reached.
 */
export async function editWebhook(access: Access, input: EditWebhookInput): Promise<void> {
  if (input.url !== undefined) await checkTargetAtSave(input.url);
  await db.$transaction(async (tx) => {
    const { isUrlNew } = await editInTransaction(tx, access, input);
    if (isUrlNew) await clearHealth(tx, input.webhookId);
  }, SLOW_TRANSACTION);
  wakeRelay(access.projectId);
  await settleLane(input.webhookId);
}

/**
 * The same as a part of a larger change. The address is checked before, the health of a new URL cleared at its end, and the
 * lane settled after it.
 */
export async function editInTransaction(
  tx: Tx,
  access: Access,
  input: EditWebhookInput,
): Promise<{ isUrlNew: boolean }> {
  const webhook = await lockWebhook(tx, access, input.webhookId);
  const url = input.url ?? webhook.url;
  const events = input.events && {
    allEventTypes: input.events.alsoLater,
    eventTypes: input.events.alsoLater ? [] : input.events.types,
  };
  await tx.webhook.update({
    where: { id: webhook.id },
    data: { url, ...events, configVersion: { increment: 1 } },
  });
  const change = { before: auditFields(webhook), after: auditFields({ ...webhook, url, ...events }) };
  if (JSON.stringify(change.before) !== JSON.stringify(change.after)) {
    const target = { id: webhook.id, name: url };
    await recordAudit(tx, access, { action: "webhook.edited", target, ...change });
  }
  if (input.events && !input.events.alsoLater) {
    await cancelPending(tx, webhook.id, "no longer chosen", input.events.types);
  }
  const isUrlNew = url !== webhook.url;
  if (isUrlNew) await retryPendingNow(tx, webhook.id);
  return { isUrlNew };
}

function auditFields(webhook: { url: string; allEventTypes: boolean; eventTypes: readonly string[] }) {
  return { url: webhook.url, events: webhook.allEventTypes ? "all" : webhook.eventTypes.join(", ") };
}
