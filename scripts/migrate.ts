import { EnvError, env } from "@/lib/env";
import { openInstallation } from "./migrate/open-installation";
import { applyMigrations } from "./prisma/apply-migrations";
import { checkDatabase } from "./start/check-database";
import { openCommandDatabase } from "./start/command-database";
import { StartError } from "./start/start-error";

/** `npm run migrate`: the newest tables; on a database of one's own also the first admin and `BOOTSTRAP_API_KEY`. */
async function main(): Promise<void> {
  const { DATABASE_URL, DATABASE_DIRECT_URL } = env();
  const database = await openCommandDatabase();
  try {
    const variable = DATABASE_DIRECT_URL ? "DATABASE_DIRECT_URL" : "DATABASE_URL";
    if (DATABASE_URL) await checkDatabase(database.url, variable);
    const applied = await applyMigrations(database.url);
    console.log(applied.length === 0 ? "The database is up to date." : `Applied ${applied.join(", ")}.`);
    if (DATABASE_URL) for (const sentence of await openInstallation()) console.log(sentence);
  } finally {
    await database.close();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof StartError || error instanceof EnvError ? error.message : error);
    process.exit(1);
  },
);
