import { recordAudit } from "@/lib/audit/record-audit";
import type { Access } from "@/lib/auth/access";
import { db, type Tx } from "@/lib/db/client";
import { newId } from "@/lib/ids";
import { clearHealth } from "@/lib/webhooks/commands/clear-health";
import { holdPending } from "@/lib/webhooks/commands/end-pending";
import { keepBackPending } from "@/lib/webhooks/commands/keep-back-pending";
import { SLOW_TRANSACTION } from "@/lib/webhooks/commands/slow-transaction";
import { settleLane } from "@/lib/webhooks/commands/settle-lane";
import { stopReplays } from "@/lib/webhooks/commands/stop-replays";
import { lockWebhook } from "@/lib/webhooks/commands/lock-webhook";
import { wakeRelay } from "@/lib/webhooks/wake-relay";

/**
 * Switches a webhook on or off; asking for the state it has changes nothing. Off: takes effect at once, and what is
 * pending is held. On: takes effect at once with cleared counters; what was held stays held until somebody chooses Send or Skip.
 * @throws AppError `not_found`.
 */
export async function switchWebhook(
  access: Access,
  input: { webhookId: string; isOn: boolean },
): Promise<{ changed: boolean }> {
  const { webhookId, isOn } = input;
  const pending = { webhookId, projectId: access.projectId };
  // What an interrupted switch-off has left behind.
  if (isOn) await keepBackPending(pending);
  const changed = await db.$transaction(async (tx) => {
    const isSwitched = await switchInTransaction(tx, access, input);
    if (isSwitched && isOn) await clearHealth(tx, webhookId);
    return isSwitched;
  }, SLOW_TRANSACTION);
  if (changed) {
    wakeRelay(access.projectId);
    await settleLane(webhookId);
    if (!isOn) await keepBackPending(pending);
  }
  return { changed };
}

/**
 * The same as a part of a larger change, which clears the health of one that was switched on at its end, settles the lane
 * after it and keeps back what is pending for one that is off then. @returns whether anything changed
 */
export async function switchInTransaction(
  tx: Tx,
  access: Access,
  input: { webhookId: string; isOn: boolean },
): Promise<boolean> {
  const webhook = await lockWebhook(tx, access, input.webhookId);
  if (webhook.isOn === input.isOn) return false;
  await (input.isOn ? switchOn(tx, webhook.id) : switchOff(tx, webhook.id, access.userName));
  await recordAudit(tx, access, {
    action: input.isOn ? "webhook.switched_on" : "webhook.switched_off",
    target: { id: webhook.id, name: webhook.url },
  });
  return true;
}

async function switchOff(tx: Tx, webhookId: string, offByName: string): Promise<void> {
  await tx.$executeRaw`
    with off as (
      update webhook
      set is_on = false, off_since = now(), off_reason = 'switched_off', off_by_name = ${offByName},
          config_version = config_version + 1
      where id = ${webhookId} returning off_since
    )
    insert into webhook_pause (id, webhook_id, off_at) select ${newId("pau")}, ${webhookId}, off_since from off`;
  await stopReplays(tx, webhookId);
}

async function switchOn(tx: Tx, webhookId: string): Promise<void> {
  await tx.$executeRaw`
    update webhook
    set is_on = true, on_since = now(), off_since = null, off_reason = null, off_by_name = null,
        config_version = config_version + 1, epoch = epoch + 1
    where id = ${webhookId}`;
  await tx.$executeRaw`
    update webhook_pause set on_at = now() where webhook_id = ${webhookId} and on_at is null`;
  // What was recorded by a transaction that began before the switch and ended after it.
  await holdPending(tx, webhookId);
}
