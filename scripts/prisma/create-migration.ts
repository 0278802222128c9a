import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { diffFromSnapshot, readCurrentSchema, snapshotFile } from "./schema-snapshot";

/**
 * Writes `prisma/migrations/<timestamp>_<name>/migration.sql` with what changed in the schema since the last migration.
 * Returns its path, or null when nothing changed.
 */
export async function createMigration(name: string): Promise<string | null> {
  const schema = await readCurrentSchema();
  const sql = await diffFromSnapshot(schema);
  if (sql === "") return null;

  const root = path.dirname(snapshotFile);
  const timestamp = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
  const folder = path.join(root, `${timestamp}_${name.replaceAll("-", "_")}`);
  const file = path.join(folder, "migration.sql");
  await mkdir(folder, { recursive: true });
  await writeFile(file, sql);
  await writeFile(path.join(root, "migration_lock.toml"), 'provider = "postgresql"\n');
  await writeFile(snapshotFile, schema);
  return path.relative(process.cwd(), file);
}
