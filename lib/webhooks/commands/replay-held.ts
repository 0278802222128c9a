import type { Access } from "@/lib/auth/access";
import type { Tx } from "@/lib/db/client";
import { decideHeld } from "@/lib/webhooks/commands/decide-held";
import { SLOW_TRANSACTION } from "@/lib/webhooks/commands/slow-transaction";
import { wakeAfterCommit, withEvents } from "@/lib/webhooks/with-events";

/**
 * "Send them": what happened while the webhook was off goes out by its present URL and event types, after new events in
 * priority, with the same event ids. What had been tried before starts its schedule anew.
 * @returns how many events are being sent
 * @throws AppError `not_found`; `webhook_is_off`.
 */
export async function replayHeld(access: Access, input: { webhookId: string }): Promise<{ count: number }> {
  const count = await withEvents((tx) => sendHeld(tx, access, input.webhookId), SLOW_TRANSACTION);
  return { count };
}

/** The same as a part of a larger change, inside `withEvents`. */
export async function sendHeld(tx: Tx, access: Access, webhookId: string): Promise<number> {
  wakeAfterCommit(tx, access.projectId);
  return decideHeld(tx, access, webhookId, "send", async ({ id, epoch, allEventTypes, eventTypes }) => {
    await tx.$executeRaw`
      update delivery set status = 'canceled', end_reason = 'no longer chosen', ended_at = now()
      where webhook_id = ${id} and status = 'held' and not ${allEventTypes}
        and not event_type = any (${eventTypes})`;
    return tx.$executeRaw`
      update delivery
      set status = 'waiting', prio = 2, due_at = now(), epoch = ${epoch}, uncounted = attempts, crashes = 0
      where webhook_id = ${id} and status = 'held'`;
  });
}
