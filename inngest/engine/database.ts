import pg from "pg";

/** A statement that each connection parses and plans once, by its name. */
export type Statement = { name: string; text: string };

/** Runs one statement and gives its rows. */
export type Query = <Row extends pg.QueryResultRow>(
  statement: Statement,
  values: unknown[],
) => Promise<Row[]>;

/** A silent connection is probed after ten seconds, so that one which got lost on the way is noticed. */
export const KEEP_ALIVE = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 } as const;

export type Database = {
  query: Query;
  /** Runs `work` in one transaction (read committed); rolls back when it throws. */
  transaction: <Result>(work: (query: Query) => Promise<Result>) => Promise<Result>;
  close: () => Promise<void>;
};

/** Opens the engine's own small pool. `onError` hears of connections lost while idle. */
export function openDatabase(url: string, connectionsMax: number, onError: (error: Error) => void): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connectionsMax,
    ...KEEP_ALIVE,
    application_name: "starwire-engine",
  });
  pool.on("error", onError);
  return {
    query: on(pool),
    async transaction(work) {
      const client = await pool.connect();
      try {
        await client.query("begin");
        const result = await work(on(client));
        await client.query("commit");
        client.release();
        return result;
      } catch (error) {
        const broken = await client.query("rollback").then(
          () => false,
          () => true,
        );
        client.release(broken);
        throw error;
      }
    },
    close: () => pool.end(),
  };
}

const on =
  (connection: pg.Pool | pg.PoolClient): Query =>
  async (statement, values) =>
    (await connection.query({ ...statement, values })).rows;
