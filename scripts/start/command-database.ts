import path from "node:path";
import { env } from "@/lib/env";
import { withDatabase } from "@/scripts/postgres/database-admin";
import { startEmbeddedPostgres } from "@/scripts/postgres/embedded-postgres";
import { readPostgresState, urlOfState } from "@/scripts/postgres/postgres-folder";
import { lockDataDir } from "./data-dir-lock";
import { StartError } from "./start-error";

/**
 * The database for a command of the shell, and what closes it: DATABASE_URL, else the embedded Postgres of a running
 * Starwire, else that Postgres started for this command.
 *
 * @throws StartError when there is no database yet
 */
export async function openCommandDatabase(): Promise<{ url: string; close: () => Promise<void> }> {
  const { DATABASE_URL, DATABASE_DIRECT_URL, DATA_DIR } = env();
  const given = DATABASE_DIRECT_URL ?? DATABASE_URL;
  if (given) return { url: given, close: () => Promise.resolve() };

  const dataDir = path.resolve(DATA_DIR);
  const state = await readPostgresState(dataDir);
  if (!state)
    throw new StartError(`There is no database in ${dataDir} yet. Run npm start first, or set DATABASE_URL.`);
  const lock = await lockDataDir(dataDir, "").catch((error: unknown) => {
    if (error instanceof StartError) return null;
    throw error;
  });
  if (lock === null)
    return { url: withDatabase(urlOfState(state), "starwire"), close: () => Promise.resolve() };
  const server = await startEmbeddedPostgres({ dataDir, database: "postgres" });
  const close = async (): Promise<void> => {
    await server.stop();
    await lock.release();
  };
  return { url: withDatabase(server.url, "starwire"), close };
}
