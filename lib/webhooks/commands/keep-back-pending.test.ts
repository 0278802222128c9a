import { afterAll, beforeEach, expect, test, vi } from "vitest";
import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { closeSql } from "@/lib/db/sql";
import { createWebhook } from "@/lib/webhooks/commands/create-webhook";
import { deleteWebhook } from "@/lib/webhooks/commands/delete-webhook";
import { keepBackPending } from "@/lib/webhooks/commands/keep-back-pending";
import { patchWebhook } from "@/lib/webhooks/commands/patch-webhook";
import { switchWebhook } from "@/lib/webhooks/commands/switch-webhook";
import { keepBack } from "@/lib/webhooks/lane/keep-back";
import { waitUntil } from "@/lib/webhooks/testing/wait-until";
import { turnOffWebhook } from "@/lib/webhooks/turn-off-webhook";
import { createTestDatabase } from "@/prisma/testing/test-database";
import { createTestProject, recordTestEvent } from "@/prisma/testing/test-project";

vi.stubEnv("ENCRYPTION_KEY", "a key for tests that has at least 32 characters");
vi.stubEnv("APP_URL", "https://reviews.example.com");
await createTestDatabase();
afterAll(closeSql);

const url = "https://93.184.216.34/hooks";
let access: Access;
let webhookId: string;

beforeEach(async () => {
  access = await createTestProject();
  webhookId = (await createWebhook(access, { url })).id;
});

const statuses = async () =>
  (await db.delivery.findMany({ where: { webhookId }, orderBy: { id: "asc" } })).map(({ status }) => status);

/** Locks the last pending delivery, as somebody does who works on it. @returns lets it go */
async function lockLast(): Promise<() => Promise<void>> {
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  let isLocked = false;
  const holder = db.$transaction(
    async (tx) => {
      await tx.$queryRaw`select id from delivery where webhook_id = ${webhookId} order by id desc limit 1 for update`;
      isLocked = true;
      await gate;
    },
    { timeout: 60_000 },
  );
  await waitUntil("the lock", () => isLocked);
  return async () => {
    letGo();
    await holder;
  };
}

test.each([
  ["switched off", () => switchWebhook(access, { webhookId, isOn: false }), "held"],
  ["switched off by a program", () => patchWebhook(access, { webhookId, isOn: false }), "held"],
  ["turned off by us", () => turnOffWebhook(webhookId, { reason: "gone", url }), "held"],
  ["deleted", () => deleteWebhook(access, { webhookId }), "canceled"],
] as const)(
  "%s, it is so at once, however long it takes to keep back what is pending",
  async (_, end, status) => {
    for (let count = 0; count < 3; count += 1) await recordTestEvent(access);
    const letGo = await lockLast();
    const ended = end();
    await waitUntil("the change", async () => {
      const webhook = await db.webhook.findUniqueOrThrow({ where: { id: webhookId } });
      return !webhook.isOn || webhook.deletedAt !== null;
    });
    await letGo();
    await ended;
    expect(await statuses()).toEqual([status, status, status]);
  },
);

test("deleting ends what was held as well", async () => {
  await recordTestEvent(access);
  await switchWebhook(access, { webhookId, isOn: false });
  await deleteWebhook(access, { webhookId });
  expect(await statuses()).toEqual(["canceled"]);
});

test("who knows only that it was off leaves alone what was recorded once it was on again", async () => {
  await recordTestEvent(access);
  const { epoch } = await db.webhook.findUniqueOrThrow({ where: { id: webhookId } });
  await switchWebhook(access, { webhookId, isOn: false });
  await switchWebhook(access, { webhookId, isOn: true });
  await recordTestEvent(access);
  expect(await keepBack(webhookId, { isOn: false, isDeleted: false, epoch })).toBe(0);
  expect(await statuses()).toEqual(["held", "waiting"]);
});

test("what an interrupted switch-off has left behind is held before it is on again", async () => {
  await recordTestEvent(access);
  await switchWebhook(access, { webhookId, isOn: false });
  await db.delivery.updateMany({ where: { webhookId }, data: { status: "waiting" } });
  await switchWebhook(access, { webhookId, isOn: true });
  expect(await statuses()).toEqual(["held"]);
  const stranger = await createTestProject("owner");
  await recordTestEvent(access);
  await keepBackPending({ webhookId, projectId: stranger.projectId });
  expect(await statuses()).toEqual(["held", "waiting"]);
});
