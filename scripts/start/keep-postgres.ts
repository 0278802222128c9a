import { setTimeout as sleep } from "node:timers/promises";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@/scripts/postgres/embedded-postgres";
import { formatDuration } from "./format-duration";
import { countFailure, restartDelay } from "./restart-delay";

export type KeptPostgres = {
  serverUrl: string;
  isNew: boolean;
  setAside: string | null;
  stop: () => Promise<void>;
};

/** The embedded Postgres, started again on the same port when it ends unasked. */
export async function keepPostgres(dataDir: string): Promise<KeptPostgres> {
  let server = await startEmbeddedPostgres({ dataDir, database: "postgres" });
  const { url: serverUrl, port, isNew, setAside } = server;
  let isStopping = false;
  let failures = 0;

  async function watch(current: EmbeddedPostgres, sinceMs: number): Promise<void> {
    await current.ended;
    if (isStopping) return;
    failures = countFailure(failures, performance.now() - sinceMs);
    const delayMs = restartDelay(failures);
    console.log(`Postgres ended; it starts again in ${formatDuration(delayMs)}.`);
    await sleep(delayMs, undefined, { ref: false });
    if (isStopping) return;
    try {
      server = await startEmbeddedPostgres({ dataDir, port, database: "postgres" });
      void watch(server, performance.now());
    } catch (error) {
      console.log(error instanceof Error ? error.message : error);
      void watch({ ...server, ended: Promise.resolve() }, performance.now());
    }
  }

  void watch(server, performance.now());
  const stop = async (): Promise<void> => {
    isStopping = true;
    await server.stop();
  };
  return { serverUrl, isNew, setAside, stop };
}
