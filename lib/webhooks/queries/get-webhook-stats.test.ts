import { afterAll, afterEach, expect, test, vi } from "vitest";
import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { closeSql } from "@/lib/db/sql";
import { countDurations } from "@/lib/webhooks/duration-buckets";
import { getWebhookStats } from "@/lib/webhooks/queries/get-webhook-stats";
import { recordTestEvent } from "@/lib/webhooks/testing/test-events";
import { startTestDelivery } from "@/lib/webhooks/testing/test-delivery";
import { startTestReceiver } from "@/lib/webhooks/testing/test-receiver";
import { createTestProject, createTestWebhook } from "@/lib/webhooks/testing/test-webhook";
import { waitUntil } from "@/lib/webhooks/testing/wait-until";
import { createTestDatabase } from "@/prisma/testing/test-database";

vi.stubEnv("ENCRYPTION_KEY", "the encryption key of these tests only");
await createTestDatabase();
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});
afterAll(closeSql);

const accessTo = (projectId: string): Access => ({
  userId: "usr_test",
  userName: "Ada",
  projectId,
  projectSlug: projectId,
  role: "owner",
});

test("counts every attempt once, by what came of it", async () => {
  const project = await createTestProject();
  const receiver = await startTestReceiver(({ headers }) => {
    const number = Number(String(headers["starwire-delivery"]).slice("dlv_".length));
    return headers["starwire-attempt"] === "1" && number % 4 === 0 ? 500 : 200;
  });
  ends.push(() => receiver.close());
  const webhook = await createTestWebhook(project.id, receiver.url);
  const delivery = startTestDelivery({ delaysSeconds: [0.05, 0.05, 0.05, 0.05] });
  ends.push(() => delivery.stop());
  for (let count = 0; count < 40; count += 1) await recordTestEvent(project);
  await waitUntil(
    "everything",
    async () => (await db.delivery.count({ where: { webhookId: webhook.id, status: "delivered" } })) === 40,
    60_000,
  );
  const attempts = await db.attempt.findMany({ where: { delivery: { webhookId: webhook.id } } });
  expect(attempts).toHaveLength(50);
  const failed = attempts.filter(({ statusCode }) => statusCode === 500).length;
  const stats = await getWebhookStats(accessTo(project.id), { webhookId: webhook.id });
  const sum = (of: "delivered" | "failed" | "ours") => stats.days.reduce((all, day) => all + day[of], 0);
  expect([sum("delivered"), sum("failed"), sum("ours")]).toEqual([40, failed, 0]);
  expect(stats.attempts).toBe(attempts.length);
  expect(stats.successRate).toBe(40 / attempts.length);
  expect(stats.p95Ms).toBeGreaterThan(0);
  expect(stats.days).toHaveLength(30);
});

test("leaves faults of ours out of the rate, and is as slow as the slowest twentieth of all days", async () => {
  const project = await createTestProject();
  const { id: webhookId } = await createTestWebhook(project.id, "https://example.com/hooks");
  const fast = { day: new Date("2026-03-04"), delivered: 75, failed: 15, ours: 50 };
  const slow = { day: new Date("2026-03-05"), failed: 10 };
  const durations = (count: number, ms: number) => countDurations(Array.from({ length: count }, () => ms));
  await db.webhookDay.create({ data: { webhookId, ...fast, durations: durations(90, 10) } });
  await db.webhookDay.create({ data: { webhookId, ...slow, durations: durations(10, 1_000) } });
  const now = new Date("2026-03-05T12:00:00Z");
  const stats = await getWebhookStats(accessTo(project.id), { webhookId }, now);
  expect(stats).toMatchObject({ attempts: 100, successRate: 0.75 });
  expect(stats.p95Ms).toBeGreaterThanOrEqual(1_000);
  expect(stats.p95Ms).toBeLessThanOrEqual(1_250);
});

test("shows thirty days up to today, and nobody else's", async () => {
  const project = await createTestProject();
  const { id: webhookId } = await createTestWebhook(project.id, "https://example.com/hooks");
  const now = new Date("2026-03-05T23:59:59Z");
  for (const [day, delivered] of [
    ["2026-03-05", 1],
    ["2026-02-04", 10],
    ["2026-02-03", 100],
  ] as const) {
    await db.webhookDay.create({ data: { webhookId, day: new Date(day), delivered } });
  }
  const stats = await getWebhookStats(accessTo(project.id), { webhookId }, now);
  expect(stats.days.at(0)).toMatchObject({ day: "2026-02-04", delivered: 10 });
  expect(stats.days.at(-1)).toMatchObject({ day: "2026-03-05", delivered: 1 });
  expect(stats).toMatchObject({ attempts: 11, successRate: 1, p95Ms: null });
  const other = await createTestProject();
  await expect(getWebhookStats(accessTo(other.id), { webhookId })).rejects.toMatchObject({
    code: "not_found",
  });
});
