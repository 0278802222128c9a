import pg from "pg";
import { env } from "@/lib/env";

const globalForSql = globalThis as typeof globalThis & { starwireSql?: pg.Pool };

/**
 * A small pool without an object mapper, for the machinery of delivery only: bulk statements that run thousands of
 * times a second. Everything else goes through `db`.
 */
export function sqlPool(): pg.Pool {
  if (globalForSql.starwireSql) return globalForSql.starwireSql;
  const connectionString = env().DATABASE_URL;
  if (!connectionString) throw new Error("DATABASE_URL is not set: start with `npm start`.");
  const pool = new pg.Pool({ connectionString, max: env().DATABASE_POOL_MAX, idleTimeoutMillis: 30_000 });
  // An idle connection that the server closes is replaced at the next use; without a listener it would end the process.
  pool.on("error", () => undefined);
  globalForSql.starwireSql = pool;
  return pool;
}

/** Rows of one statement with positional parameters. Column names are as written in the SQL; the caller names their type. */
export async function sql<Row extends pg.QueryResultRow>(
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const result = await sqlPool().query<Row>(text, values);
  return result.rows;
}

/** Closes the pool; for processes that end. */
export async function closeSql(): Promise<void> {
  const pool = globalForSql.starwireSql;
  delete globalForSql.starwireSql;
  await pool?.end();
}
