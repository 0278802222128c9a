import { expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { createWebhook } from "@/lib/webhooks/commands/create-webhook";
import { createTestDatabase } from "@/prisma/testing/test-database";
import { createTestProject, recordTestEvent } from "@/prisma/testing/test-project";

vi.stubEnv("ENCRYPTION_KEY", "a key for tests that has at least 32 characters");
await createTestDatabase();

const url = "https://93.184.216.34/hooks";

test("a new webhook is on at once, receives all events and has a secret that isn't stored in clear", async () => {
  const access = await createTestProject();
  const { id, secret } = await createWebhook(access, { url });
  const webhook = await db.webhook.findUniqueOrThrow({
    where: { id },
    include: { secrets: true, lane: true },
  });
  expect(webhook).toMatchObject({ url, isOn: true, allEventTypes: true, eventTypes: [], configVersion: 1 });
  expect(webhook.lane).not.toBeNull();
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(JSON.stringify(webhook)).not.toContain(secret.slice(6));

  await recordTestEvent(access, "message-deleted");
  expect(await db.delivery.count({ where: { webhookId: id } })).toBe(1);
});

test("one that a program makes for some event types is in the audit log with them", async () => {
  const access = await createTestProject();
  const { id } = await createWebhook(access, { url, eventTypes: ["review-created", "review-deleted"] });
  await createWebhook(access, { url });
  const entries = await db.auditEntry.findMany({
    where: { projectId: access.projectId },
    orderBy: { id: "asc" },
  });
  expect(entries.map(({ action, after }) => [action, after])).toEqual([
    ["webhook.created", { url, events: "review-created, review-deleted" }],
    ["webhook.created", { url, events: "all" }],
  ]);
  expect(await db.webhook.findUnique({ where: { id } })).toMatchObject({
    allEventTypes: false,
    eventTypes: ["review-created", "review-deleted"],
  });
});

test("of 60 created at the same time 50 are, and the others are told why", async () => {
  const access = await createTestProject();
  const results = await Promise.allSettled(
    Array.from({ length: 60 }, (_, index) => createWebhook(access, { url: `${url}/${index}` })),
  );
  const refused = results.filter((result) => result.status === "rejected");
  expect(refused).toHaveLength(10);
  for (const { reason } of refused) expect(reason).toMatchObject({ code: "webhook_limit" });
  expect(await db.webhook.count({ where: { projectId: access.projectId } })).toBe(50);
  expect(await db.lane.count({ where: { webhook: { projectId: access.projectId } } })).toBe(50);
  expect(await db.webhookSecret.count({ where: { webhook: { projectId: access.projectId } } })).toBe(50);
});

test("another project's webhooks don't count, deleted ones neither", async () => {
  const full = await createTestProject();
  const webhooks = Array.from({ length: 49 }, (_, index) => ({
    id: `whk_full${index}`,
    projectId: full.projectId,
    url,
  }));
  await db.webhook.createMany({ data: [...webhooks, { ...gone(full.projectId), url }] });
  await createWebhook(full, { url });
  await expect(createWebhook(full, { url })).rejects.toMatchObject({ code: "webhook_limit" });
  await createWebhook(await createTestProject(), { url });
});

test("an address that can't be reached from here is refused, and nothing is written", async () => {
  const access = await createTestProject();
  for (const [target, sentence] of [
    ["https://10.0.0.5/hooks", "This address is private and can't be reached from here: 10.0.0.5."],
    ["https://localhost/hooks", "This address is private and can't be reached from here: localhost."],
    ["https://2130706433/", "This address is private and can't be reached from here: 127.0.0.1."],
  ] as const) {
    await expect(createWebhook(access, { url: target })).rejects.toMatchObject({
      code: "invalid",
      field: "url",
      message: sentence,
    });
  }
  expect(await db.webhook.count({ where: { projectId: access.projectId } })).toBe(0);
});

test("the same URL twice is two webhooks with secrets of their own", async () => {
  const access = await createTestProject();
  const [first, second] = [await createWebhook(access, { url }), await createWebhook(access, { url })];
  expect(first.id).not.toBe(second.id);
  expect(first.secret).not.toBe(second.secret);
});

const gone = (projectId: string) => ({ id: "whk_gone", projectId, deletedAt: new Date() });
