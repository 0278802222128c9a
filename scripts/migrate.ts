import { applyMigrations } from "./prisma/apply-migrations";

const url = process.env.DATABASE_DIRECT_URL ?? process.env.DATABASE_URL;
if (!url) {
  console.error(
    "DATABASE_URL is not set. Give the Postgres to migrate; npm start migrates its embedded one by itself.",
  );
  process.exit(1);
}

const applied = await applyMigrations(url);
console.log(applied.length === 0 ? "The database is up to date." : `Applied ${applied.join(", ")}.`);
process.exit(0);
