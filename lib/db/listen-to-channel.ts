import pg from "pg";
import { KEEP_ALIVE } from "@/lib/db/keep-alive";
import { env } from "@/lib/env";

const RETRY_MS = 1_000;

export type ChannelListener = {
  /** Gets the payload of each notification. */
  onPayload: (payload: string) => void;
  /** Called after each (re)connection: notifications may have been missed. */
  onBack?: () => void;
  /** Called when a connection could not be made; another try follows. */
  onFailure: (error: unknown) => void;
};

/** Listens to a channel of Postgres on a connection of its own, direct to the server, and comes back when it breaks. */
export function listenToChannel(channel: string, { onPayload, onBack, onFailure }: ChannelListener) {
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  async function connect(): Promise<void> {
    const connectionString = env().DATABASE_DIRECT_URL ?? env().DATABASE_URL;
    const next = new pg.Client({ ...(connectionString ? { connectionString } : {}), ...KEEP_ALIVE });
    client = next;
    next.on("notification", ({ payload }) => {
      if (payload) onPayload(payload);
    });
    next.on("error", () => undefined);
    next.on("end", again);
    try {
      await next.connect();
      await next.query(`listen ${channel}`);
      onBack?.();
    } catch (error) {
      onFailure(error);
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
