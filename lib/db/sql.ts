import pg from "pg";
import { KEEP_ALIVE } from "@/lib/db/keep-alive";
import { statementName } from "@/lib/db/statement-name";
import { env } from "@/lib/env";

const globalForSql = globalThis as typeof globalThis & { starwireSql?: pg.Pool };

/**
 * Tables of a queue go from empty to full within seconds, and a plan that is kept was made for what they were. One that
 * reads by an index is right for both.
 */
const PLAN_BY_INDEX = "-c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off";

/**
 * A small pool without an object mapper, for the machinery of delivery only: bulk statements that run thousands of
 * times a second, and what `rawClient` runs. Everything else goes through `db`.
 */
export function sqlPool(): pg.Pool {
  if (globalForSql.starwireSql) return globalForSql.starwireSql;
  const { DATABASE_URL: connectionString, DATABASE_POOL_MAX: max, DATABASE_DIRECT_URL } = env();
  if (!connectionString) throw new Error("DATABASE_URL is not set: start with `npm start`.");
  const pool = new pg.Pool({
    connectionString,
    max,
    idleTimeoutMillis: 30_000,
    ...KEEP_ALIVE,
    // A pooler in between refuses settings of a connection.
    ...(DATABASE_DIRECT_URL ? {} : { options: PLAN_BY_INDEX }),
  });
  // An idle connection that the server closes is replaced at the next use; without a listener it would end the process.
  pool.on("error", () => undefined);
  globalForSql.starwireSql = pool;
  return pool;
}

/**
 * Rows of one statement with positional parameters; parsed and planned once per connection.
 * Column names are as written in the SQL; the caller names their type.
 * @param text constant: each different one is kept by every connection
 */
export async function sql<Row extends pg.QueryResultRow>(
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const result = await sqlPool().query<Row>({ name: statementName(text), text, values });
  return result.rows;
}

/** Closes the pool; for processes that end. */
export async function closeSql(): Promise<void> {
  const pool = globalForSql.starwireSql;
  delete globalForSql.starwireSql;
  await pool?.end();
}
