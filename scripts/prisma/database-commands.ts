import pg from "pg";

/** Connects once; the text is what Prisma's CLI expects of its engine. Throws what the driver throws. */
export async function checkConnection(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.end();
  return "Connection successful";
}

/** Creates the database named in `url` when it is absent, through the server's `postgres` database. */
export async function createDatabase(url: string): Promise<string> {
  const target = new URL(url);
  const name = decodeURIComponent(target.pathname.slice(1));
  target.pathname = "/postgres";
  const client = new pg.Client({ connectionString: target.href });
  await client.connect();
  try {
    const existing = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (existing.rowCount) return `Database '${name}' already exists.`;
    await client.query(`create database ${pg.escapeIdentifier(name)}`);
    return `Database '${name}' was successfully created.`;
  } finally {
    await client.end();
  }
}
