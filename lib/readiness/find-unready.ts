import { readdir } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { sql } from "@/lib/db/sql";

const UNDEFINED_TABLE = "42P01";

/**
 * Why this process can't serve yet: its database doesn't answer, or lacks a migration of this version. Null when it can.
 * Looks into `prisma/migrations` below the working directory, which every process of Starwire is started in.
 */
export async function findUnready(): Promise<string | null> {
  const entries = await readdir(path.join(process.cwd(), "prisma/migrations"), { withFileTypes: true });
  const expected = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  try {
    const applied = await readApplied();
    const missing = expected.toSorted().find((name) => !applied.has(name));
    return missing === undefined ? null : `the migration ${missing} is not applied`;
  } catch {
    return "the database doesn't answer";
  }
}

async function readApplied(): Promise<Set<string>> {
  try {
    const rows = await sql<{ name: string }>(
      "select migration_name as name from _prisma_migrations where finished_at is not null",
    );
    return new Set(rows.map(({ name }) => name));
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === UNDEFINED_TABLE) return new Set();
    throw error;
  }
}
