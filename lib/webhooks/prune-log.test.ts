import { afterAll, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { closeSql, sql } from "@/lib/db/sql";
import { pruneLog } from "@/lib/webhooks/prune-log";
import { fillLog } from "@/lib/webhooks/testing/fill-log";
import { recordTestEvent } from "@/lib/webhooks/testing/test-events";
import { createTestProject, createTestWebhook } from "@/lib/webhooks/testing/test-webhook";
import { waitUntil } from "@/lib/webhooks/testing/wait-until";
import { createTestDatabase } from "@/prisma/testing/test-database";

vi.stubEnv("ENCRYPTION_KEY", "the encryption key of these tests only");
vi.stubEnv("WEBHOOK_LOG_DAYS", "2");
await createTestDatabase();
afterAll(closeSql);

const OLD = 3_000;
const ALL = 20_000;

const scans = async () => {
  // A connection tells its counts at leisure; this one, which is the pool's only one, at once.
  await sql("select pg_stat_force_next_flush()");
  await sql("select pg_stat_clear_snapshot()");
  const [row] = await sql<{ whole: string; by_index: string }>(
    `select sum(seq_scan) as whole, sum(idx_scan) as by_index from pg_stat_user_tables
     where relname in ('delivery', 'attempt')`,
  );
  return { whole: Number(row?.whole), byIndex: Number(row?.by_index) };
};

test("what is older than it is kept goes with its deliveries and attempts, found by index", async () => {
  const project = await createTestProject();
  const webhook = await createTestWebhook(project.id, "https://example.com/hooks");
  await fillLog(project.id, [webhook.id], ALL);
  await sql(`update event set created_at = created_at - interval '2 days' where id <= $1`, [
    `evt_${String(OLD).padStart(26, "0")}`,
  ]);
  const before = await scans();
  expect(await pruneLog()).toEqual({ events: OLD, webhooks: 0 });
  await waitUntil("the statistics", async () => (await scans()).byIndex > before.byIndex + OLD);
  expect((await scans()).whole).toBe(before.whole);
  expect(await db.delivery.count()).toBe(ALL - OLD);
  expect(await db.attempt.count()).toBe(await db.delivery.count({ where: { attempts: { gt: 0 } } }));
  expect(await pruneLog()).toEqual({ events: 0, webhooks: 0 });
});

test("goes in small batches: one that has to wait keeps no other from being deleted", async () => {
  const project = await createTestProject();
  const webhook = await createTestWebhook(project.id, "https://example.com/hooks");
  const eventIds: string[] = [];
  for (let count = 0; count < 3; count += 1) eventIds.push(await recordTestEvent(project));
  await sql(
    `insert into event (id, project_id, type, resource_type, resource_id, revision, body, created_at)
     select 'evt_batch_' || n, $1, 'review-created', 'review', 'rev_batch_' || n, 1, '{}',
            now() - interval '3 days' + n * interval '1 second'
     from generate_series(1, 1200) n`,
    [project.id],
  );
  const left = () => db.event.count({ where: { projectId: project.id } });
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  let isLocked = false;
  const holder = db.$transaction(
    async (tx) => {
      await tx.$queryRaw`select id from event where id = 'evt_batch_1200' for update`;
      isLocked = true;
      await gate;
    },
    { timeout: 60_000 },
  );
  await waitUntil("the lock", () => isLocked);
  const pruned = pruneLog();
  await waitUntil("the batches before", async () => (await left()) <= 1_203 - 1_000);
  letGo();
  await holder;
  expect((await pruned).events).toBe(1_200);
  expect(await db.delivery.count({ where: { webhookId: webhook.id } })).toBe(eventIds.length);
});

test("a webhook deleted as long ago goes once its log has gone, never together with it", async () => {
  const project = await createTestProject();
  const webhook = await createTestWebhook(project.id, "https://example.com/hooks");
  const eventId = await recordTestEvent(project);
  const old = new Date(Date.now() - 3 * 86_400_000);
  await db.webhook.update({ where: { id: webhook.id }, data: { deletedAt: old } });
  expect(await pruneLog()).toEqual({ events: 0, webhooks: 0 });
  await db.event.update({ where: { id: eventId }, data: { createdAt: old } });
  expect(await pruneLog()).toEqual({ events: 1, webhooks: 1 });
});
