import { fileURLToPath } from "node:url";
import type { MigrationList } from "@prisma/schema-engine-wasm";
import pg from "pg";
import { openSchemaEngine } from "./open-schema-engine";
import { readMigrations } from "./read-migrations";

const migrationsFolder = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));

/**
 * Brings a database to the newest migration and returns the names applied now. Safe when several processes do it at
 * once (one advisory lock; the others wait and then find nothing to do) and after a crash in the middle.
 *
 * @param url a direct Postgres URL, since the lock belongs to one session
 * @throws when the server is unreachable or a migration fails; a failed migration leaves nothing of itself behind
 */
export async function applyMigrations(url: string): Promise<string[]> {
  const migrations = await readMigrations(migrationsFolder);
  const session = new pg.Client({ connectionString: url });
  session.on("error", () => undefined);
  await session.connect();
  try {
    await session.query("select pg_advisory_lock(hashtext('starwire.migrate'))");
    const unfinished = await findUnfinished(session);
    if (unfinished.length === 0 && (await isUpToDate(session, migrations))) return [];
    return await runEngine(url, migrations, unfinished);
  } finally {
    await session.end();
  }
}

async function runEngine(url: string, migrations: MigrationList, unfinished: string[]): Promise<string[]> {
  const { engine, close } = await openSchemaEngine({ url });
  try {
    for (const migrationName of unfinished) await engine.markMigrationRolledBack({ migrationName });
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: migrations,
      filters: { externalTables: [], externalEnums: [] },
    });
    return appliedMigrationNames;
  } finally {
    await close();
  }
}

async function hasHistory(session: pg.Client): Promise<boolean> {
  const found = await session.query<{ exists: boolean }>(
    "select to_regclass('_prisma_migrations') is not null as exists",
  );
  return found.rows[0]?.exists ?? false;
}

/** Migrations cut off by a crash or an error: their script was rolled back (see MigrationAdapter), so they run again. */
async function findUnfinished(session: pg.Client): Promise<string[]> {
  if (!(await hasHistory(session))) return [];
  const rows = await session.query<{ migration_name: string }>(
    "select distinct migration_name from _prisma_migrations where finished_at is null and rolled_back_at is null",
  );
  return rows.rows.map((row) => row.migration_name);
}

async function isUpToDate(session: pg.Client, migrations: MigrationList): Promise<boolean> {
  if (!(await hasHistory(session))) return false;
  const rows = await session.query<{ migration_name: string }>(
    "select migration_name from _prisma_migrations where finished_at is not null and rolled_back_at is null",
  );
  const applied = new Set(rows.rows.map((row) => row.migration_name));
  return migrations.migrationDirectories.every((migration) => applied.has(migration.path));
}
