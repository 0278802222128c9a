import { sql } from "@/lib/db/sql";
import { env } from "@/lib/env";

const BATCH = 500;
const ROUND_MS = 60_000;

/** A webhook's days are shown for so long, whatever is kept of its log. */
const DAYS_SHOWN = 31;

/**
 * Deletes events older than `WEBHOOK_LOG_DAYS` with their deliveries and attempts, replays, days that no chart shows any
 * more, and webhooks deleted as long ago once nothing is left of their log. In small batches, so that delivery never waits for it; what a round doesn't
 * manage is left to the next.
 * @returns how many events and webhooks were deleted
 */
export async function pruneLog(): Promise<{ events: number; webhooks: number }> {
  const keptDays = env().WEBHOOK_LOG_DAYS;
  const until = performance.now() + ROUND_MS;
  let events = 0;
  for (;;) {
    const deleted = await sql(
      `delete from event where id in (
         select id from event where created_at < now() - $1 * interval '1 day' order by created_at limit ${BATCH}
       ) returning id`,
      [keptDays],
    );
    events += deleted.length;
    if (deleted.length < BATCH || performance.now() > until) break;
  }
  await sql("delete from replay where created_at < now() - $1 * interval '1 day'", [keptDays]);
  await sql("delete from webhook_day where day < current_date - $1::int", [DAYS_SHOWN]);
  const webhooks = await sql(
    `delete from webhook w
     where deleted_at < now() - $1 * interval '1 day' and not exists (select from delivery where webhook_id = w.id offset 0)
     returning id`,
    [keptDays],
  );
  return { events, webhooks: webhooks.length };
}
