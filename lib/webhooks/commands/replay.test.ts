import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { listAudit, listWebhookHistory } from "@/lib/audit/queries";
import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { closeSql, sql } from "@/lib/db/sql";
import { newId } from "@/lib/ids";
import { cancelReplay } from "@/lib/webhooks/commands/cancel-replay";
import { recordReplayBatch } from "@/lib/webhooks/commands/record-replay-batch";
import { resendDelivery } from "@/lib/webhooks/commands/resend-delivery";
import { sendTestEvent } from "@/lib/webhooks/commands/send-test-event";
import { startReplay } from "@/lib/webhooks/commands/start-replay";
import { switchWebhook } from "@/lib/webhooks/commands/switch-webhook";
import { countReplay } from "@/lib/webhooks/queries/count-replay";
import { listReplays } from "@/lib/webhooks/queries/list-replays";
import { replayInput } from "@/lib/webhooks/replay-schema";
import { recordTestEvent } from "@/lib/webhooks/testing/test-events";
import { createTestProject, createTestWebhook } from "@/lib/webhooks/testing/test-webhook";
import { turnOffWebhook } from "@/lib/webhooks/turn-off-webhook";
import { createTestDatabase } from "@/prisma/testing/test-database";
import { untilBlocked } from "@/prisma/testing/until-blocked";

vi.stubEnv("ENCRYPTION_KEY", "the encryption key of these tests only");
vi.stubEnv("APP_URL", "https://reviews.example.com");
await createTestDatabase();
afterAll(closeSql);

const HOUR_MS = 3_600_000;
let project: Awaited<ReturnType<typeof createTestProject>>;
let access: Access;
let webhookId: string;

beforeEach(async () => {
  project = await createTestProject();
  access = {
    userId: "usr_test",
    userName: "Ada",
    projectId: project.id,
    projectSlug: project.slug,
    role: "owner",
  };
  webhookId = (await createTestWebhook(project.id, "https://example.com/hooks")).id;
});

const since = (hours: number) => new Date(Date.now() - hours * HOUR_MS).toISOString();
const select = (more: object = {}) =>
  replayInput.parse({ webhookId, statuses: ["failed"], from: since(24), ...more });
const count = async (more: object = {}) => (await countReplay(access, select(more))).events;

/** An event whose delivery has ended like this, so many hours ago. */
async function ended(status: "failed" | "delivered" | "canceled", hoursAgo = 1): Promise<string> {
  const eventId = await recordTestEvent(project);
  const at = new Date(Date.now() - hoursAgo * HOUR_MS);
  await db.delivery.updateMany({
    where: { eventId, webhookId },
    data: { status, endedAt: at, createdAt: at },
  });
  return eventId;
}

async function recordAll(replayId: string): Promise<void> {
  while ((await recordReplayBatch(replayId)).hasMore);
}

const replayed = async (replayId: string) =>
  (await db.delivery.findMany({ where: { replayId }, orderBy: { id: "asc" } })).map(({ eventId }) => eventId);

test("counts and sends what failed in the time, by state and type, each event once", async () => {
  const failed = [await ended("failed", 3), await ended("failed", 2)];
  const delivered = await ended("delivered");
  await ended("failed", 30);
  expect(await count()).toBe(2);
  expect(await count({ statuses: ["failed", "delivered"] })).toBe(3);
  expect(await count({ until: since(2.5) })).toBe(1);
  expect(await count({ types: ["review-deleted"] })).toBe(0);
  const { id, events } = await startReplay(access, select({ statuses: ["failed", "delivered"] }));
  expect(events).toBe(3);
  await recordAll(id);
  expect(new Set(await replayed(id))).toEqual(new Set([...failed, delivered]));
  const rows = await db.delivery.findMany({ where: { replayId: id } });
  expect(rows.every(({ prio, status }) => prio === 2 && status === "waiting")).toBe(true);
  const [shown] = await listReplays(access, { webhookId });
  expect(shown).toMatchObject({ status: "done", total: 3, counts: { waiting: 3, delivered: 0 } });
});

test("one delivery sent again is told by the audit log, not by the webhook's own history", async () => {
  const delivery = await db.delivery.findFirstOrThrow({ where: { eventId: await ended("delivered") } });
  await resendDelivery(access, { deliveryId: String(delivery.id) });
  const { entries } = await listAudit(access, {});
  expect(entries[0]).toMatchObject({
    action: "webhook.delivery_resent",
    actorName: access.userName,
    changes: [
      { field: "type", before: null, after: "review-created" },
      { field: "delivery", before: null, after: `dlv_${delivery.id}` },
    ],
  });
  expect(await listWebhookHistory(access, { webhookId })).toEqual([]);
});

test("leaves out what was delivered meanwhile, is on its way, was a test or is erased", async () => {
  const repaired = await ended("failed");
  const again = await db.delivery.findFirstOrThrow({ where: { eventId: repaired } });
  await resendDelivery(access, { deliveryId: String(again.id) });
  expect(await count()).toBe(0);
  await db.delivery.updateMany({
    where: { eventId: repaired, status: "waiting" },
    data: { status: "delivered", endedAt: new Date() },
  });
  expect(await count()).toBe(0);
  const { eventId: test } = await sendTestEvent(access, { webhookId });
  await db.delivery.updateMany({ where: { eventId: test }, data: { status: "failed", endedAt: new Date() } });
  expect(await count()).toBe(0);
  const erased = await ended("failed");
  await db.event.update({ where: { id: erased }, data: { erasedAt: new Date() } });
  expect(await count()).toBe(0);
  await expect(startReplay(access, select())).rejects.toMatchObject({ code: "replay_empty" });
  const delivery = await db.delivery.findFirstOrThrow({ where: { eventId: erased } });
  await expect(resendDelivery(access, { deliveryId: String(delivery.id) })).rejects.toMatchObject({
    code: "event_erased",
  });
});

test("records thousands in batches, once each, however many runs record at the same time", async () => {
  await sql(
    `with e as (
       insert into event (id, project_id, type, resource_type, resource_id, revision, body)
       select 'evt_' || $2 || n, $1, 'review-created', 'review', $2 || n, 1, '{}' from generate_series(1, 2500) n
       returning id, resource_id
     )
     insert into delivery (project_id, webhook_id, event_id, event_type, resource_id, revision, status, ended_at)
     select $1, $3, id, 'review-created', resource_id, 1, 'failed', now() from e`,
    [project.id, newId("rev"), webhookId],
  );
  const { id, events } = await startReplay(access, select());
  expect(events).toBe(2_500);
  await expect(startReplay(access, select())).rejects.toMatchObject({ code: "replay_running" });
  await Promise.all([recordAll(id), recordAll(id), recordAll(id)]);
  const ids = await replayed(id);
  expect(ids).toHaveLength(2_500);
  expect(new Set(ids).size).toBe(2_500);
  expect(await db.replay.findUnique({ where: { id } })).toMatchObject({ status: "done", recorded: 2_500 });
});

test("canceled, nothing of it is left to send and nothing more is recorded", async () => {
  await ended("failed");
  await ended("failed");
  const { id } = await startReplay(access, select());
  await recordReplayBatch(id);
  expect(await cancelReplay(access, { replayId: id })).toEqual({ canceled: 2 });
  expect(await recordReplayBatch(id)).toEqual({ recorded: 0, hasMore: false });
  expect(await db.delivery.count({ where: { replayId: id, status: "waiting" } })).toBe(0);
  expect((await listReplays(access, { webhookId }))[0]).toMatchObject({
    status: "canceled",
    counts: { canceled: 2 },
  });
});

test("canceled while outcomes are recorded, neither waits for the other in a circle", async () => {
  await ended("failed");
  await ended("failed");
  const { id } = await startReplay(access, select());
  await recordReplayBatch(id);
  const [first = 0n, second = 0n] = (
    await db.delivery.findMany({ where: { replayId: id }, orderBy: { id: "asc" } })
  ).map((delivery) => delivery.id);
  // A retry: its row now lies behind the other one's.
  await db.delivery.update({ where: { id: first }, data: { attempts: 1, prio: 2, dueAt: new Date() } });
  const canceling = await db.$transaction(async (tx) => {
    const record = (delivery: bigint) => tx.delivery.update({ where: { id: delivery }, data: { lastMs: 7 } });
    await record(first);
    const canceled = cancelReplay(access, { replayId: id });
    await untilBlocked();
    await record(second);
    return { canceled };
  });
  expect(await canceling.canceled).toEqual({ canceled: 2 });
});

test("a webhook that is off answers so, and one that goes off ends its replay", async () => {
  await ended("failed");
  const { id } = await startReplay(access, select());
  await switchWebhook(access, { webhookId, isOn: false });
  expect(await recordReplayBatch(id)).toEqual({ recorded: 0, hasMore: false });
  expect(await db.replay.findUnique({ where: { id } })).toMatchObject({ status: "stopped" });
  await expect(startReplay(access, select())).rejects.toMatchObject({
    code: "webhook_is_off",
    message: "This webhook is off. Turn it on first.",
  });
});

test.each([
  ["switched off", () => switchWebhook(access, { webhookId, isOn: false })],
  ["turned off by us", () => turnOffWebhook(webhookId, { reason: "gone", url: "https://example.com/hooks" })],
])("of one that was %s and is on again, nothing more is sent", async (_, off) => {
  await ended("failed");
  const { id } = await startReplay(access, select());
  await off();
  await switchWebhook(access, { webhookId, isOn: true });
  expect(await recordReplayBatch(id)).toEqual({ recorded: 0, hasMore: false });
  expect(await replayed(id)).toEqual([]);
  expect((await listReplays(access, { webhookId }))[0]).toMatchObject({ status: "stopped" });
});

test("belongs to its project", async () => {
  await ended("failed");
  const { id } = await startReplay(access, select());
  const other = await createTestProject();
  const stranger = { ...access, projectId: other.id };
  await expect(cancelReplay(stranger, { replayId: id })).rejects.toMatchObject({ code: "not_found" });
  await expect(countReplay(stranger, select())).rejects.toMatchObject({ code: "not_found" });
  await expect(startReplay(stranger, select())).rejects.toMatchObject({ code: "not_found" });
  await expect(listReplays(stranger, { webhookId })).rejects.toMatchObject({ code: "not_found" });
});
