import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { createTestDatabase } from "@/prisma/testing/test-database";
import { openDatabase } from "./database";
import { deleteOldRows } from "./retention";

const { url } = await createTestDatabase();
const pool = new pg.Pool({ connectionString: url, max: 1 });
const database = openDatabase(url, 1, () => {});
afterAll(async () => {
  await database.close();
  await pool.end();
});

test("deletes ids after their day, failed runs after 30 days and steps without a run, and nothing else", async () => {
  await pool.query(`
    insert into engine_seen (key, expires_at)
      select md5(n::text)::uuid, now() + (n - 2500) * interval '1 s' from generate_series(1, 2600) n;
    insert into engine_run (id, function_id, event, status, ended_at) values
      (1, 'f', '{}', 'failed', now() - interval '31 days'), (2, 'f', '{}', 'failed', now() - interval '29 days'),
      (3, 'f', '{}', 'running', null);
    insert into engine_step (run_id, id, value) values (2, 'a', '{}'), (3, 'a', '{}'), (4, 'a', '{}')`);
  await deleteOldRows(database.query);
  const { rows } = await pool.query(`
    select (select count(*)::int from engine_seen) as seen,
      (select array_agg(id::int order by id) from engine_run) as runs,
      (select array_agg(run_id::int) from engine_step) as steps`);
  expect(rows).toEqual([{ seen: 100, runs: [2, 3], steps: [3] }]);
});
