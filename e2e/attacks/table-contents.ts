import { db } from "@/lib/db/client";

/** Of every table: how many rows it has, and a hash of all they hold. */
export async function tableContents(without: readonly string[] = []): Promise<Record<string, string>> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    select table_name::text as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`;
  const contents: Record<string, string> = {};
  for (const { name } of tables) {
    if (without.includes(name)) continue;
    const [row] = await db.$queryRawUnsafe<{ contents: string }[]>(
      `select count(*) || ' rows, ' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as contents from "${name}" t`,
    );
    contents[name] = row?.contents ?? "";
  }
  return contents;
}
