import pg from "pg";
import { StartError } from "./start-error";

/**
 * @param variable that the URL was given in
 * @throws StartError when its Postgres can't be reached, in a sentence without its password
 */
export async function checkDatabase(url: string, variable = "DATABASE_URL"): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    const { host, pathname } = new URL(url);
    const reason =
      error instanceof Error ? error.message || ("code" in error ? String(error.code) : "") : String(error);
    throw new StartError(`The Postgres of ${variable} can't be used: ${host}${pathname} (${reason}).`);
  } finally {
    await client.end().catch(() => undefined);
  }
}
