import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { closeSql } from "@/lib/db/sql";
import { newId } from "@/lib/ids";
import { checkHealth, listFailingWebhooks } from "@/lib/webhooks/check-health";
import { recordTestEvent } from "@/lib/webhooks/testing/test-events";
import { createTestProject, createTestWebhook } from "@/lib/webhooks/testing/test-webhook";
import { turnOffWebhook } from "@/lib/webhooks/turn-off-webhook";
import { createTestDatabase } from "@/prisma/testing/test-database";

vi.stubEnv("ENCRYPTION_KEY", "the encryption key of these tests only");
vi.stubEnv("APP_URL", "https://reviews.example.com");
await createTestDatabase();
afterAll(closeSql);

let project: Awaited<ReturnType<typeof createTestProject>>;
let webhook: Awaited<ReturnType<typeof createTestWebhook>>;

beforeEach(async () => {
  project = await createTestProject();
  webhook = await createTestWebhook(project.id, "https://example.com/hooks");
  for (const role of ["owner", "admin", "manager"] as const) {
    const id = newId("usr");
    await db.user.create({
      data: {
        id,
        name: role,
        email: `${role}.${id}@example.com`,
        memberships: { create: { projectId: project.id, role } },
      },
    });
  }
});

const HOUR_MS = 3_600_000;

async function failFor(hours: number, given: { failedAttempts?: number; lastSuccessAt?: Date | null } = {}) {
  await db.lane.update({
    where: { webhookId: webhook.id },
    data: {
      firstFailureAt: new Date(Date.now() - hours * HOUR_MS),
      lastFailureAt: new Date(),
      lastFailure: "500",
      lastSuccessAt: given.lastSuccessAt === undefined ? new Date(0) : given.lastSuccessAt,
      failedAttempts: given.failedAttempts ?? 12,
      failedEvents: 2,
    },
  });
}

const mails = () => db.systemMail.findMany({ where: { projectId: project.id }, orderBy: { id: "asc" } });
const inParallel = <T>(work: () => Promise<T>) => Promise.all(Array.from({ length: 12 }, work));

test("a healthy webhook gets no notice", async () => {
  expect(await checkHealth(webhook.id)).toEqual({ did: "nothing" });
  expect(await mails()).toEqual([]);
});

test.each([
  [25, 24],
  [73, 72],
])(
  "after %i h of failures owner and admin get the notice of %i h, once however many look",
  async (hours, threshold) => {
    await failFor(hours);
    if (threshold === 72)
      await db.lane.update({ where: { webhookId: webhook.id }, data: { noticedHours: 24 } });
    const checks = await inParallel(() => checkHealth(webhook.id));
    expect(checks.filter(({ did }) => did === "noticed")).toEqual([{ did: "noticed", hours: threshold }]);
    const sent = await mails();
    expect(new Set(sent.map(({ to }) => to.split(".")[0]))).toEqual(new Set(["admin", "owner"]));
    expect(sent).toHaveLength(2);
    expect(sent[0]).toMatchObject({
      kind: "webhook_failing",
      subject: "Your webhook to example.com is failing (Riverside Bakery)",
    });
    expect(sent[0]?.text).toContain(
      `https://reviews.example.com/projects/${project.slug}/settings/api#webhooks`,
    );
    expect(await checkHealth(webhook.id)).toEqual({ did: "nothing" });
    expect(await mails()).toHaveLength(2);
  },
);

test("a webhook is turned off once, with one notice, and what waits is held; turn-off wins over a notice", async () => {
  await recordTestEvent(project);
  await failFor(121);
  const checks = await inParallel(() => checkHealth(webhook.id));
  expect(checks.filter(({ did }) => did === "turned_off")).toHaveLength(1);
  expect(checks.filter(({ did }) => did === "noticed")).toEqual([]);
  expect(await db.webhook.findUnique({ where: { id: webhook.id } })).toMatchObject({
    isOn: false,
    offReason: "failing",
    offByName: null,
  });
  expect(await db.webhookPause.count({ where: { webhookId: webhook.id, onAt: null } })).toBe(1);
  expect(await db.delivery.count({ where: { webhookId: webhook.id, status: "held" } })).toBe(1);
  const sent = await mails();
  expect(sent.map(({ kind }) => kind)).toEqual(["webhook_turned_off", "webhook_turned_off"]);
  expect(sent[0]?.text).toContain("1 event has not arrived and is kept.");
});

test("one that never succeeded is turned off after 72 hours", async () => {
  await failFor(73, { lastSuccessAt: null });
  expect(await checkHealth(webhook.id)).toEqual({ did: "turned_off" });
});

test("too few attempts keep it on", async () => {
  await failFor(400, { failedAttempts: 9 });
  expect((await checkHealth(webhook.id)).did).toBe("noticed");
  expect(await db.webhook.findUnique({ where: { id: webhook.id } })).toMatchObject({ isOn: true });
});

test("410 turns it off at once, only at the URL that answered so", async () => {
  expect(await turnOffWebhook(webhook.id, { reason: "gone", url: "https://example.com/old" })).toBe(false);
  const results = await inParallel(() => turnOffWebhook(webhook.id, { reason: "gone", url: webhook.url }));
  expect(results.filter(Boolean)).toHaveLength(1);
  expect((await mails()).map(({ kind }) => kind)).toEqual(["webhook_gone", "webhook_gone"]);
});

test("failing webhooks that are on are looked after, the longest first", async () => {
  await failFor(2);
  expect(await listFailingWebhooks()).toContain(webhook.id);
  await db.webhook.update({ where: { id: webhook.id }, data: { isOn: false, offSince: new Date() } });
  expect(await listFailingWebhooks()).not.toContain(webhook.id);
});
