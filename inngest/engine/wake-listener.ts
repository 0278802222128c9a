import pg from "pg";
import { KEEP_ALIVE } from "./database";
import { WAKE_CHANNEL } from "./wake-signal";

const RECONNECT_MS = 1_000;

/** Calls `onWake` for each wake signal, on a connection of its own that is opened again when it breaks. Returns its end. */
export function listenForWakes(databaseUrl: string, onWake: () => void): () => Promise<void> {
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isEnded = false;
  const again = () => {
    if (isEnded || timer) return;
    client = null;
    timer = setTimeout(() => {
      timer = undefined;
      void connect();
    }, RECONNECT_MS);
  };
  const connect = async () => {
    const next = new pg.Client({
      connectionString: databaseUrl,
      application_name: "starwire-engine-listen",
      ...KEEP_ALIVE,
    });
    client = next;
    next.on("notification", onWake);
    next.on("error", again);
    next.on("end", again);
    try {
      await next.connect();
      await next.query(`listen ${WAKE_CHANNEL}`);
      onWake();
    } catch {
      await next.end().catch(() => {});
      again();
    }
  };
  void connect();
  return async () => {
    isEnded = true;
    clearTimeout(timer);
    await client?.end().catch(() => {});
  };
}
