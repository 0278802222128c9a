import pg from "pg";
import { env } from "@/lib/env";
import { logger } from "@/lib/logger";
import { WAKE_CHANNEL } from "@/lib/webhooks/wake-relay";

const RETRY_MS = 1_000;

/**
 * Listens for hints on a connection of its own, direct to the server, and comes back when it breaks. What is missed
 * meanwhile is found by the sweep.
 * @param onHint gets a project's id
 * @param onBack called after each (re)connection: hints may have been missed
 */
export function listenForHints(onHint: (projectId: string) => void, onBack: () => void) {
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  async function connect(): Promise<void> {
    const connectionString = env().DATABASE_DIRECT_URL ?? env().DATABASE_URL;
    const next = new pg.Client({ ...(connectionString ? { connectionString } : {}), keepAlive: true });
    client = next;
    next.on("notification", ({ payload }) => {
      if (payload) onHint(payload);
    });
    next.on("error", () => undefined);
    next.on("end", again);
    try {
      await next.connect();
      await next.query(`listen ${WAKE_CHANNEL}`);
      onBack();
    } catch (error) {
      logger.warn({ err: error }, "the relay can't listen for hints; its sweep goes on");
      await next.end().catch(() => undefined);
      again();
    }
  }

  function again(): void {
    if (isClosed) return;
    clearTimeout(timer);
    timer = setTimeout(() => void connect(), RETRY_MS);
  }

  void connect();
  return {
    async close(): Promise<void> {
      isClosed = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
