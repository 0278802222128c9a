import type { Query, Statement } from "./database";
import type { FunctionConfig } from "./function-config";

const REGISTER: Statement = {
  name: "engine_register",
  text: `
insert into engine_function (id, events, limit_count, limit_path, seen_at)
select f.id, array(select json_array_elements_text(f.events)), f.limit_count,
  array(select json_array_elements_text(f.limit_path)), now()
from unnest($1::text[], $2::json[], $3::int[], $4::json[]) as f (id, events, limit_count, limit_path)
on conflict (id) do update set events = excluded.events, limit_count = excluded.limit_count,
  limit_path = excluded.limit_path, seen_at = excluded.seen_at`,
};

const SEEN: Statement = {
  name: "engine_functions_seen",
  text: "select id, seen_at from engine_function where id = any ($1::text[])",
};

/** Tells all processes which events start this one's functions. Repeated as a sign of life. */
export async function registerFunctions(query: Query, functions: FunctionConfig[]): Promise<void> {
  const sorted = [...functions].sort((a, b) => (a.id < b.id ? -1 : 1));
  await query(REGISTER, [
    sorted.map(({ id }) => id),
    sorted.map(({ events }) => JSON.stringify(events)),
    sorted.map(({ limit }) => limit?.count ?? null),
    sorted.map(({ limit }) => JSON.stringify(limit?.path ?? [])),
  ]);
}

/** When a worker that serves them last gave a sign of life, by function id. */
export async function lastSeen(query: Query, functions: FunctionConfig[]): Promise<Map<string, Date>> {
  const rows = await query<{ id: string; seen_at: Date }>(SEEN, [functions.map(({ id }) => id)]);
  return new Map(rows.map(({ id, seen_at }) => [id, seen_at]));
}
