import { diffFromSnapshot, readCurrentSchema } from "./schema-snapshot";

/** The SQL that is missing from the migrations, or null when the schema has no change beyond them. */
export async function checkSnapshot(): Promise<string | null> {
  const sql = await diffFromSnapshot(await readCurrentSchema());
  return sql === "" ? null : sql;
}
