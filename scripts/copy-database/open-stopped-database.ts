import path from "node:path";
import { env } from "@/lib/env";
import { withDatabase } from "@/scripts/postgres/database-admin";
import { startEmbeddedPostgres } from "@/scripts/postgres/embedded-postgres";
import { readPostgresState } from "@/scripts/postgres/postgres-folder";
import { lockDataDir } from "@/scripts/start/data-dir-lock";
import { StartError } from "@/scripts/start/start-error";

/**
 * The embedded database of `DATA_DIR`, started for this command alone: nobody writes while it is copied.
 * @throws StartError when there is none, or a Starwire is running on it
 */
export async function openStoppedDatabase(): Promise<{
  url: string;
  secretsFile: string;
  close: () => Promise<void>;
}> {
  const dataDir = path.resolve(env().DATA_DIR);
  if (!(await readPostgresState(dataDir))) throw new StartError(`There is no database in ${dataDir}.`);
  const lock = await lockDataDir(dataDir, "").catch((error: unknown) => {
    if (!(error instanceof StartError)) throw error;
    throw new StartError("Stop Starwire first: what it writes during the copy would be left behind.");
  });
  const server = await startEmbeddedPostgres({ dataDir, database: "postgres" });
  return {
    url: withDatabase(server.url, "starwire"),
    secretsFile: path.join(dataDir, "secrets.json"),
    close: async () => {
      await server.stop();
      await lock.release();
    },
  };
}
