import type { Tx } from "@/lib/db/client";

/**
 * Forgets the failures of the settings before and lets a lane that was backing off be served at once. What still comes
 * in from before belongs to an earlier episode and doesn't count.
 *
 * The last thing in its transaction: it locks the lane, for which a relay waits that has a hint about the project, and with it
 * every other project.
 */
export async function clearHealth(tx: Tx, webhookId: string): Promise<void> {
  await tx.$executeRaw`
    update lane
    set episode = episode + 1, streak = 0, win = 4, failed_attempts = 0, failed_events = 0, noticed_hours = 0,
        probe_at = null, first_failure_at = null, last_failure_at = null, last_failure = null, last_success_at = null,
        wakes = wakes + 1,
        ready_at = case when token is null and ready_at < 'infinity' then least(ready_at, now()) else ready_at end
    where webhook_id = ${webhookId}`;
}
