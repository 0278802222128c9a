import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { StartError } from "@/scripts/start/start-error";
import { orderByReference } from "./order-by-reference";

export type CopiedTable = { table: string; rows: number };

/**
 * Copies every table but the history of migrations, in one snapshot of the source and one transaction of the target:
 * all of it is there, or nothing. Both must have the same migrations.
 * @returns rows per table, counted at the target
 * @throws StartError when the target holds data already
 */
export async function copyDatabase(sourceUrl: string, targetUrl: string): Promise<CopiedTable[]> {
  const source = new pg.Client({ connectionString: sourceUrl });
  const target = new pg.Client({ connectionString: targetUrl });
  await Promise.all([source.connect(), target.connect()]);
  try {
    await source.query("begin isolation level repeatable read read only");
    await target.query("begin");
    const tables = await orderByReference(source);
    await requireEmpty(target, tables);
    const copied: CopiedTable[] = [];
    for (const table of tables) copied.push({ table, rows: await copyTable(source, target, table) });
    await continueSequences(target);
    await target.query("commit");
    return copied;
  } finally {
    await Promise.all([source.end(), target.end()]);
  }
}

async function requireEmpty(target: pg.Client, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    const { rows } = await target.query(`select 1 from ${quoted(table)} limit 1`);
    if (rows.length > 0)
      throw new StartError(`The target isn't empty: ${table} has rows. Nothing was copied.`);
  }
}

async function copyTable(source: pg.Client, target: pg.Client, table: string): Promise<number> {
  const columns = await columnsOf(source, table);
  const list = columns.map(quoted).join(", ");
  await pipeline(
    source.query(copyTo(`copy ${quoted(table)} (${list}) to stdout`)),
    target.query(copyFrom(`copy ${quoted(table)} (${list}) from stdin`)),
  );
  const [expected, found] = await Promise.all([countRows(source, table), countRows(target, table)]);
  if (expected !== found) throw new Error(`${table}: ${found} of ${expected} rows arrived.`);
  return found;
}

async function countRows(client: pg.Client, table: string): Promise<number> {
  const { rows } = await client.query<{ count: string }>(`select count(*) from ${quoted(table)}`);
  return Number(rows[0]?.count);
}

/** By name, since the order of columns differs where migrations came in other steps. */
async function columnsOf(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_schema = current_schema() and table_name = $1 and is_generated = 'NEVER' order by ordinal_position`,
    [table],
  );
  return rows.map(({ name }) => name);
}

/** Ids that the database hands out go on behind the copied ones. */
async function continueSequences(target: pg.Client): Promise<void> {
  const { rows } = await target.query<{ table: string; column: string; sequence: string }>(
    `select table_name as table, column_name as column,
            pg_get_serial_sequence(quote_ident(table_name), column_name) as sequence
     from information_schema.columns
     where table_schema = current_schema() and pg_get_serial_sequence(quote_ident(table_name), column_name) is not null`,
  );
  for (const { table, column, sequence } of rows) {
    await target.query(
      `select setval($1, greatest((select coalesce(max(${quoted(column)}), 0) from ${quoted(table)}) + 1, 1), false)`,
      [sequence],
    );
  }
}

function quoted(name: string): string {
  return pg.escapeIdentifier(name);
}
