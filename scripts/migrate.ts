import { applyMigrations } from "./prisma/apply-migrations";
import { openCommandDatabase } from "./start/command-database";
import { StartError } from "./start/start-error";

try {
  const database = await openCommandDatabase();
  try {
    const applied = await applyMigrations(database.url);
    console.log(applied.length === 0 ? "The database is up to date." : `Applied ${applied.join(", ")}.`);
  } finally {
    await database.close();
  }
} catch (error) {
  console.error(error instanceof StartError ? error.message : error);
  process.exitCode = 1;
}
