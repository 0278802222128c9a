import { db } from "@/lib/db/client";
import { waitUntil } from "@/lib/webhooks/testing/wait-until";

/** Waits until so many statements of this test's database wait for a lock. */
export async function untilBlocked(count = 1): Promise<void> {
  await waitUntil("a statement that waits for a lock", async () => {
    const [blocked] = await db.$queryRaw<{ count: number }[]>`
      select count(*)::int as count from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    return (blocked?.count ?? 0) >= count;
  });
}
