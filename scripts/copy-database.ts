import { EnvError } from "@/lib/env";
import { copyDatabase } from "./copy-database/copy-database";
import { openStoppedDatabase } from "./copy-database/open-stopped-database";
import { applyMigrations } from "./prisma/apply-migrations";
import { checkDatabase } from "./start/check-database";
import { StartError } from "./start/start-error";

/** `npm run copy-database -- <postgresql URL>`: the embedded database into an empty managed one, in one snapshot. */
async function main(): Promise<void> {
  const [target] = process.argv.slice(2);
  if (!target || !/^postgres(ql)?:\/\//.test(target)) {
    throw new StartError("Usage: npm run copy-database -- postgresql://user:password@host:5432/database");
  }
  await checkDatabase(target, "the target");
  const source = await openStoppedDatabase();
  try {
    await applyMigrations(source.url);
    await applyMigrations(target);
    const copied = await copyDatabase(source.url, target);
    for (const { table, rows } of copied) console.log(`  ${table.padEnd(28)} ${rows}`);
    console.log(
      `Copied. Start with DATABASE_URL, and with ENCRYPTION_KEY and AUTH_SECRET from ${source.secretsFile}: without them secrets can't be read.`,
    );
  } finally {
    await source.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof StartError || error instanceof EnvError ? error.message : error);
  process.exitCode = 1;
});
