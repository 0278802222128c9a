import { createDatabase, hasDatabase, renameDatabase, withDatabase } from "@/scripts/postgres/database-admin";
import { type PreparedData, preparedDataSchema } from "./prepared-data";
import { runTask } from "./run-task";
import { StartError } from "./start-error";

const name = "starwire";
const unfinished = "starwire_unfinished";

/** Runs scripts/start/prepare-data.ts on a database that is there. @throws StartError with what it said */
export async function prepareDatabase(env: NodeJS.ProcessEnv, flags: string[]): Promise<PreparedData> {
  const task = ["--import", "tsx", "scripts/start/prepare-data.ts", ...flags];
  return preparedDataSchema.parse(await runTask(task, env));
}

/** @throws StartError when our Postgres ends meanwhile; the next start begins this again */
export async function prepareEmbeddedDatabase(
  ...input: Parameters<typeof prepareOnServer>
): ReturnType<typeof prepareOnServer> {
  try {
    return await prepareOnServer(...input);
  } catch (error) {
    if (error instanceof StartError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(`The database couldn't be prepared: ${reason}. Start again.`);
  }
}

/**
 * The same on the embedded server. A first start works on a database of another name and gives it the real one at its
 * end, so that a start which was cut off is simply begun again.
 */
async function prepareOnServer(
  serverUrl: string,
  env: NodeJS.ProcessEnv,
  flags: string[],
): Promise<{ databaseUrl: string; prepared: PreparedData }> {
  const url = withDatabase(serverUrl, name);
  if (await hasDatabase(serverUrl, name)) {
    return { databaseUrl: url, prepared: await prepareDatabase({ ...env, DATABASE_URL: url }, flags) };
  }
  await createDatabase(serverUrl, unfinished);
  const first = withDatabase(serverUrl, unfinished);
  const prepared = await prepareDatabase({ ...env, DATABASE_URL: first }, flags);
  await renameDatabase(serverUrl, unfinished, name);
  return { databaseUrl: url, prepared };
}
