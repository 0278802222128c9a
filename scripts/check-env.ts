import { EnvError, parseEnv } from "@/lib/env";
import { checkDatabase } from "./start/check-database";
import { StartError } from "./start/start-error";
import { startSecrets } from "./start/start-secrets";

/** Before a process that runs on a machine of its own: says in a sentence what is missing, and ends with 1. */
async function checkEnv(): Promise<void> {
  const env = parseEnv(process.env);
  if (!env.DATABASE_URL)
    throw new StartError("DATABASE_URL is not set. npm start runs everything on one machine without it.");
  await startSecrets(env, env.DATA_DIR);
  await checkDatabase(env.DATABASE_URL);
  if (env.DATABASE_DIRECT_URL) await checkDatabase(env.DATABASE_DIRECT_URL, "DATABASE_DIRECT_URL");
}

checkEnv().catch((error: unknown) => {
  const isExpected = error instanceof StartError || error instanceof EnvError;
  console.error(isExpected ? error.message : error);
  process.exitCode = 1;
});
