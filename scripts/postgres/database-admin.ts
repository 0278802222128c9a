import pg from "pg";

/** The same server and user, another database. */
export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

export async function hasDatabase(serverUrl: string, name: string): Promise<boolean> {
  return (await query(serverUrl, "select 1 from pg_database where datname = $1", [name])) > 0;
}

/** Replaces a database of that name, empty or as a copy of `template`. */
export async function createDatabase(serverUrl: string, name: string, template = "template0"): Promise<void> {
  await dropDatabase(serverUrl, name);
  await query(
    serverUrl,
    `create database ${pg.escapeIdentifier(name)} template ${pg.escapeIdentifier(template)}`,
  );
}

/** Drops it also while it has connections. */
export async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  await query(serverUrl, `drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
}

/** Gives a database its name; connections to it are ended. */
export async function renameDatabase(serverUrl: string, from: string, to: string): Promise<void> {
  await query(serverUrl, "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1", [
    from,
  ]);
  await query(serverUrl, `alter database ${pg.escapeIdentifier(from)} rename to ${pg.escapeIdentifier(to)}`);
}

async function query(serverUrl: string, sql: string, values: string[] = []): Promise<number> {
  const client = new pg.Client({ connectionString: serverUrl });
  // A lost connection fails the query as well; without a listener it would end the process.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(sql, values)).rowCount ?? 0;
  } finally {
    await client.end();
  }
}
