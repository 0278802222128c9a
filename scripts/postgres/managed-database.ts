import { randomBytes } from "node:crypto";
import pg from "pg";
import { dropDatabase, withDatabase } from "./database-admin";

/**
 * A database as a managed Postgres gives one out, for tests and measures: its role owns it, signs in by password, and is
 * no superuser.
 * @param serverUrl of a superuser
 */
export async function createManagedDatabase(
  serverUrl: string,
  name: string,
): Promise<{ url: string; drop: () => Promise<void> }> {
  const role = `${name}_app`;
  const password = randomBytes(18).toString("base64url");
  await run(serverUrl, [
    `create role ${pg.escapeIdentifier(role)} login password ${pg.escapeLiteral(password)}
     nosuperuser nocreatedb nocreaterole noreplication`,
    `create database ${pg.escapeIdentifier(name)} owner ${pg.escapeIdentifier(role)} template template0`,
    `revoke connect on database ${pg.escapeIdentifier(name)} from public`,
  ]);
  const url = new URL(withDatabase(serverUrl, name));
  url.username = role;
  url.password = password;
  return {
    url: url.href,
    async drop() {
      await dropDatabase(serverUrl, name);
      await run(serverUrl, [`drop role if exists ${pg.escapeIdentifier(role)}`]);
    },
  };
}

async function run(serverUrl: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
