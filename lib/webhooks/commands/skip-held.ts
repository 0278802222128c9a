import type { Access } from "@/lib/auth/access";
import { db, type Tx } from "@/lib/db/client";
import { decideHeld } from "@/lib/webhooks/commands/decide-held";
import { SLOW_TRANSACTION } from "@/lib/webhooks/commands/slow-transaction";

/**
 * "Skip": what happened while the webhook was off isn't sent. The log shows it as skipped, and each can still be resent.
 * @returns how many events were skipped
 * @throws AppError `not_found`; `webhook_is_off`.
 */
export async function skipHeld(access: Access, input: { webhookId: string }): Promise<{ count: number }> {
  const count = await db.$transaction((tx) => dropHeld(tx, access, input.webhookId), SLOW_TRANSACTION);
  return { count };
}

/** The same as a part of a larger change. */
export async function dropHeld(tx: Tx, access: Access, webhookId: string): Promise<number> {
  return decideHeld(
    tx,
    access,
    webhookId,
    "skip",
    ({ id }) => tx.$executeRaw`
      update delivery set status = 'canceled', end_reason = 'skipped', ended_at = now()
      where webhook_id = ${id} and status = 'held'`,
  );
}
