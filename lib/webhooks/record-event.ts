import type { Tx } from "@/lib/db/client";
import { eventStatement, type RecordedChange } from "@/lib/webhooks/event-statement";
import { wakeAfterCommit } from "@/lib/webhooks/with-events";

/**
 * Records one change inside its own transaction (`withEvents`): the event with the exact bytes to send, and one delivery
 * for each webhook that is on and subscribed at this moment. Rolled back with the change; after commit nothing can be lost.
 * @returns the event's id.
 */
export async function recordEvent(tx: Tx, change: RecordedChange): Promise<string> {
  const event = eventStatement(change);
  await tx.$executeRaw`/* kept */ with ${event.sql} select 1`;
  wakeAfterCommit(tx, change.project.id);
  return event.id;
}
