import { setTimeout as sleep } from "node:timers/promises";
import { Pool } from "undici";
import { sql } from "@/lib/db/sql";

type Row = { id: string; event_id: string; body: string };

const CLAIM = 200;

/**
 * The least that delivers at all: claim 200, POST them in parallel, record them in one statement. No order, no lease, no
 * signature, no settings, no log. The floor that our figures are held against.
 * @param isOver asked when nothing is left
 */
export async function drainBarely(webhookId: string, url: string, isOver: () => boolean): Promise<void> {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: 64, pipelining: 1 });
  for (;;) {
    const rows = await sql<Row>(
      `select d.id, d.event_id, e.body from delivery d join event e on e.id = d.event_id
       where d.webhook_id = $1 and d.status = 'waiting' and d.prio = 0 and d.due_at <= now()
       order by d.due_at, d.id limit ${CLAIM}`,
      [webhookId],
    );
    if (rows.length === 0) {
      if (isOver()) break;
      await sleep(2);
      continue;
    }
    await Promise.all(rows.map((row) => post(pool, pathname, row)));
    await sql(
      "update delivery set status = 'delivered', attempts = 1, ended_at = now() where id = any ($1::bigint[])",
      [rows.map(({ id }) => id)],
    );
  }
  await pool.close();
}

async function post(pool: Pool, path: string, row: Row): Promise<void> {
  const headers = { "content-type": "application/json", "webhook-id": row.event_id };
  const { body } = await pool.request({ method: "POST", path, headers, body: row.body });
  await body.dump();
}
