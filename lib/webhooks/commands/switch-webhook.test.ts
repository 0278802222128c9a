import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { createWebhook } from "@/lib/webhooks/commands/create-webhook";
import { switchWebhook } from "@/lib/webhooks/commands/switch-webhook";
import { createTestDatabase } from "@/prisma/testing/test-database";
import { createTestProject, recordTestEvent } from "@/prisma/testing/test-project";

vi.stubEnv("ENCRYPTION_KEY", "a key for tests that has at least 32 characters");
await createTestDatabase();

let access: Access;
let webhookId: string;

const read = () =>
  db.webhook.findUniqueOrThrow({ where: { id: webhookId }, include: { lane: true, pauses: true } });
const statuses = async () =>
  (await db.delivery.findMany({ where: { webhookId }, orderBy: { id: "asc" } })).map(({ status }) => status);

beforeEach(async () => {
  access = await createTestProject();
  webhookId = (await createWebhook(access, { url: "https://93.184.216.34/hooks" })).id;
});

describe("off", () => {
  test("says since when and who, holds what is pending and records nothing more", async () => {
    await recordTestEvent(access);
    await recordTestEvent(access);
    expect(await switchWebhook(access, { webhookId, isOn: false })).toEqual({ changed: true });
    await recordTestEvent(access);
    const webhook = await read();
    expect(webhook).toMatchObject({
      isOn: false,
      offReason: "switched_off",
      offByName: "Ada",
      configVersion: 2,
    });
    expect(webhook.pauses).toMatchObject([{ offAt: webhook.offSince, onAt: null, decision: null }]);
    expect(await statuses()).toEqual(["held", "held"]);
  });

  test("leaves what has ended as it is", async () => {
    await recordTestEvent(access);
    await db.delivery.updateMany({
      where: { webhookId },
      data: { status: "delivered", endedAt: new Date() },
    });
    await switchWebhook(access, { webhookId, isOn: false });
    expect(await statuses()).toEqual(["delivered"]);
  });

  test("keeps the counters, which say why it was switched off", async () => {
    await db.lane.update({ where: { webhookId }, data: { failedAttempts: 7, firstFailureAt: new Date() } });
    await switchWebhook(access, { webhookId, isOn: false });
    expect((await read()).lane?.failedAttempts).toBe(7);
  });
});

describe("on", () => {
  test("takes effect at once with cleared counters; what was held waits for Send or Skip", async () => {
    await recordTestEvent(access);
    await db.lane.update({
      where: { webhookId },
      data: {
        failedAttempts: 7,
        failedEvents: 3,
        streak: 7,
        win: 1,
        firstFailureAt: new Date(),
        noticedHours: 24,
      },
    });
    await switchWebhook(access, { webhookId, isOn: false });
    await switchWebhook(access, { webhookId, isOn: true });
    await recordTestEvent(access);
    const webhook = await read();
    expect(webhook).toMatchObject({
      isOn: true,
      offSince: null,
      offReason: null,
      offByName: null,
      configVersion: 3,
      epoch: 2,
    });
    expect(webhook.lane).toMatchObject({
      failedAttempts: 0,
      failedEvents: 0,
      streak: 0,
      win: 4,
      firstFailureAt: null,
      noticedHours: 0,
      episode: 1,
    });
    expect(webhook.pauses).toMatchObject([{ onAt: webhook.onSince, decision: null }]);
    expect(await statuses()).toEqual(["held", "waiting"]);
  });

  test("works after we turned it off", async () => {
    await db.webhook.update({
      where: { id: webhookId },
      data: { isOn: false, offSince: new Date(), offReason: "failing" },
    });
    await switchWebhook(access, { webhookId, isOn: true });
    expect(await read()).toMatchObject({ isOn: true, offReason: null });
  });
});

test("asking for the state it has changes nothing", async () => {
  const before = await read();
  expect(await switchWebhook(access, { webhookId, isOn: true })).toEqual({ changed: false });
  expect(await read()).toEqual(before);
});

test("thirty toggles from two tabs at once leave one state, one pause per time off and nobody waiting", async () => {
  const toggles = Array.from({ length: 30 }, (_, index) =>
    switchWebhook(access, { webhookId, isOn: index % 2 === 1 }),
  );
  const events = Array.from({ length: 10 }, () => recordTestEvent(access));
  await Promise.all([...toggles, ...events]);
  await switchWebhook(access, { webhookId, isOn: false });
  await switchWebhook(access, { webhookId, isOn: true });
  const webhook = await read();
  expect(webhook.isOn).toBe(true);
  expect(webhook.pauses.length).toBe((webhook.configVersion - 1) / 2);
  expect(webhook.pauses.filter(({ onAt }) => onAt === null)).toEqual([]);
  const missed = await db.event.count({
    where: { projectId: access.projectId, missedBy: { has: webhookId } },
  });
  const recorded = await statuses();
  expect(missed + recorded.length).toBe(10);
  expect(recorded.every((status) => status === "held")).toBe(true);
});

test("another project's webhook and a deleted one answer as unknown ones do", async () => {
  const stranger = await createTestProject("owner");
  const before = await read();
  for (const isOn of [true, false]) {
    await expect(switchWebhook(stranger, { webhookId, isOn })).rejects.toMatchObject({ code: "not_found" });
    await expect(switchWebhook(access, { webhookId: "whk_unknown", isOn })).rejects.toMatchObject({
      code: "not_found",
    });
  }
  expect(await read()).toEqual(before);
  await db.webhook.update({ where: { id: webhookId }, data: { deletedAt: new Date() } });
  await expect(switchWebhook(access, { webhookId, isOn: false })).rejects.toMatchObject({
    code: "not_found",
  });
});
