import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "@/lib/db/sql";
import { logger } from "@/lib/logger";
import { gatherMs } from "@/lib/webhooks/gather-ms";

/** The channel on which the relay listens; the payload is a project's id. */
export const WAKE_CHANNEL = "starwire_wake";

const pending = new Set<string>();
let changes = 0;
let isSending = false;

/**
 * Hints to the relay that a project has something new to deliver. Returns at once. Hints are merged while one is on its
 * way, and under load for some milliseconds more, since NOTIFY takes a lock at commit that all of the database's notifiers
 * share; a lost one only costs the time until the relay's next sweep.
 */
export function wakeRelay(projectId: string): void {
  pending.add(projectId);
  changes += 1;
  if (!isSending) void sendHints();
}

async function sendHints(): Promise<void> {
  isSending = true;
  while (pending.size > 0) {
    const projectIds = [...pending];
    pending.clear();
    const restMs = gatherMs(changes);
    changes = 0;
    try {
      await sql("select pg_notify($1, id) from unnest($2::text[]) as id", [WAKE_CHANNEL, projectIds]);
    } catch (error) {
      logger.warn({ err: error }, "wake hint lost; the relay's sweep will find the work");
    }
    if (restMs > 0) await sleep(restMs);
  }
  isSending = false;
}
