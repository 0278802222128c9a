import { rm } from "node:fs/promises";
import path from "node:path";
import { readPostgresState } from "./postgres-folder";
import { stopOrphanPostgres } from "./stop-orphan-postgres";

/** Stops the embedded Postgres of `dataDir` if it runs and deletes its files, wherever they are, and `dataDir` itself. */
export async function removeEmbeddedPostgres(dataDir: string): Promise<void> {
  const state = await readPostgresState(dataDir);
  if (state) {
    await stopOrphanPostgres(state.folder);
    await rm(path.dirname(state.folder), { recursive: true, force: true });
  }
  await rm(dataDir, { recursive: true, force: true });
}
