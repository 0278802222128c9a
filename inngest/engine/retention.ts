import type { Query, Statement } from "./database";

const BATCH = 1_000;

const DELETE_SEEN: Statement = {
  name: "engine_delete_seen",
  text: `
delete from engine_seen where key in (
  select key from engine_seen where expires_at <= now() order by expires_at limit $1 for update skip locked
) returning 1`,
};

const DELETE_FAILED: Statement = {
  name: "engine_delete_failed",
  text: `
delete from engine_run where id in (
  select id from engine_run where status = 'failed' and ended_at < now() - interval '30 days'
  limit $1 for update skip locked
) returning 1`,
};

const DELETE_ORPHANS: Statement = {
  name: "engine_delete_orphans",
  text: `
delete from engine_step s where (s.run_id, s.id) in (
  select o.run_id, o.id from engine_step o
  where not exists (select from engine_run r where r.id = o.run_id and r.status = 'running') limit $1
) returning 1`,
};

/**
 * Deletes what is over: event ids after 24 hours, failed runs after 30 days, steps that a late request left behind.
 * In batches of 1,000, each its own transaction, until one isn't full.
 */
export async function deleteOldRows(query: Query): Promise<void> {
  for (const statement of [DELETE_SEEN, DELETE_FAILED, DELETE_ORPHANS]) {
    let deleted = BATCH;
    while (deleted === BATCH) deleted = (await query(statement, [BATCH])).length;
  }
}
