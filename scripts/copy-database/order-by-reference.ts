import type pg from "pg";

/**
 * All tables of the schema but the history of migrations, each after those it refers to.
 * @throws Error when tables refer to each other in a circle
 */
export async function orderByReference(client: pg.Client): Promise<string[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = current_schema() and table_type = 'BASE TABLE' and table_name <> '_prisma_migrations'
     order by 1`,
  );
  const { rows: references } = await client.query<{ from: string; to: string }>(
    `select f.relname as from, t.relname as to from pg_constraint c
     join pg_class f on f.oid = c.conrelid join pg_class t on t.oid = c.confrelid
     where c.contype = 'f' and c.connamespace = current_schema()::regnamespace and f.oid <> t.oid`,
  );
  const ordered: string[] = [];
  let rest = tables.map(({ name }) => name);
  while (rest.length > 0) {
    const free = rest.filter((name) =>
      references.every(({ from, to }) => from !== name || ordered.includes(to) || !rest.includes(to)),
    );
    if (free.length === 0) throw new Error(`Tables refer to each other in a circle: ${rest.join(", ")}.`);
    ordered.push(...free);
    rest = rest.filter((name) => !free.includes(name));
  }
  return ordered;
}
