import type { Tx } from "@/lib/db/client";
import type { EventType } from "@/lib/webhooks/event-catalog";

/**
 * Keeps what has not been sent until somebody chooses Send or Skip. A request on the wire may end and is recorded. For what
 * is left over: `keepBackPending` does it for any number.
 */
export async function holdPending(tx: Tx, webhookId: string): Promise<number> {
  return tx.$executeRaw`
    update delivery set status = 'held'
    where id in (
      select id from delivery where webhook_id = ${webhookId} and status = 'waiting' order by id for no key update
    )`;
}

/** Cancels what has not been sent of other event types than these, held deliveries as well. */
export async function cancelPending(
  tx: Tx,
  webhookId: string,
  endReason: string,
  unlessOfTypes: readonly EventType[],
): Promise<number> {
  return tx.$executeRaw`
    update delivery set status = 'canceled', end_reason = ${endReason}, ended_at = now()
    where id in (
      select id from delivery
      where webhook_id = ${webhookId} and status in ('waiting', 'held')
        and not event_type = any (${[...unlessOfTypes]})
      order by id for no key update
    )`;
}

/** Makes what waits for a retry due now. */
export async function retryPendingNow(tx: Tx, webhookId: string): Promise<number> {
  return tx.$executeRaw`
    update delivery set due_at = now()
    where id in (
      select id from delivery
      where webhook_id = ${webhookId} and status = 'waiting' and due_at > now()
      order by id for no key update
    )`;
}
