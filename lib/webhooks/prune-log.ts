import { sql } from "@/lib/db/sql";

/** How long events, deliveries and attempts are kept. */
export const KEPT_DAYS = 30;

const BATCH = 500;
const ROUND_MS = 60_000;

/**
 * Deletes events older than KEPT_DAYS with their deliveries and attempts, and webhooks deleted as long ago. In small
 * batches, so that delivery never waits for it; what a round doesn't manage is left to the next.
 * @returns how many events and webhooks were deleted
 */
export async function pruneLog(): Promise<{ events: number; webhooks: number }> {
  const until = performance.now() + ROUND_MS;
  let events = 0;
  for (;;) {
    const deleted = await sql(
      `delete from event where id in (
         select id from event where created_at < now() - $1 * interval '1 day' order by created_at limit ${BATCH}
       ) returning id`,
      [KEPT_DAYS],
    );
    events += deleted.length;
    if (deleted.length < BATCH || performance.now() > until) break;
  }
  const webhooks = await sql(
    "delete from webhook where deleted_at < now() - $1 * interval '1 day' returning id",
    [KEPT_DAYS],
  );
  return { events, webhooks: webhooks.length };
}
