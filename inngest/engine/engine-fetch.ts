import { answerSdkRequest } from "./answer-sdk-request";
import { openDatabase } from "./database";
import { ingestEvents } from "./ingest-events";
import { createWakeSignal } from "./wake-signal";

let engine: typeof fetch | null = null;

/** Makes the clients of this process talk to a running engine. Returns what undoes it. */
export function bindEngine(running: typeof fetch): () => void {
  engine = running;
  return () => {
    if (engine === running) engine = null;
  };
}

/**
 * The client's `fetch`: never leaves the machine.
 * In the worker it goes to the engine; in any other process it writes the events' runs to the database and wakes a worker.
 */
export function createEngineFetch(databaseUrl: () => string): typeof fetch {
  let own: typeof fetch | null = null;
  return (input, init) => (engine ?? (own ??= createSendOnlyFetch(databaseUrl())))(input, init);
}

function createSendOnlyFetch(databaseUrl: string): typeof fetch {
  // Two connections that close when idle; the pool heals by itself.
  const database = openDatabase(databaseUrl, 2, () => {});
  const wake = createWakeSignal(database.query);
  const requests = {
    send: async (events: Parameters<Parameters<typeof answerSdkRequest>[0]["send"]>[0]) => {
      await ingestEvents(
        database.query,
        events.map((event) => ({ event })),
        null,
      );
      wake();
    },
    checkpoint: async () => "stale" as const,
  };
  return (input, init) => answerSdkRequest(requests, input, init);
}
