import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { createWebhook } from "@/lib/webhooks/commands/create-webhook";
import { editWebhook } from "@/lib/webhooks/commands/edit-webhook";
import { EVENT_TYPES } from "@/lib/webhooks/event-catalog";
import { editWebhookInput } from "@/lib/webhooks/schema";
import { createTestDatabase } from "@/prisma/testing/test-database";
import { createTestProject, recordTestEvent } from "@/prisma/testing/test-project";

vi.stubEnv("ENCRYPTION_KEY", "a key for tests that has at least 32 characters");
await createTestDatabase();

const url = "https://93.184.216.34/hooks";
const newUrl = "https://93.184.216.34/new";
let access: Access;
let webhookId: string;

const read = () => db.webhook.findUniqueOrThrow({ where: { id: webhookId }, include: { lane: true } });
const readDeliveries = () => db.delivery.findMany({ where: { webhookId }, orderBy: { id: "asc" } });

beforeEach(async () => {
  access = await createTestProject();
  webhookId = (await createWebhook(access, { url })).id;
});

describe("a new URL", () => {
  test("clears health and makes pending retries due now", async () => {
    await recordTestEvent(access);
    const later = new Date(Date.now() + 3_600_000);
    await db.delivery.updateMany({ where: { webhookId }, data: { attempts: 4, prio: 1, dueAt: later } });
    await db.lane.update({
      where: { webhookId },
      data: { failedAttempts: 4, firstFailureAt: new Date(), readyAt: later },
    });
    await editWebhook(access, { webhookId, url: newUrl });
    const webhook = await read();
    expect(webhook).toMatchObject({ url: newUrl, allEventTypes: true, configVersion: 2 });
    expect(webhook.lane).toMatchObject({ failedAttempts: 0, firstFailureAt: null, episode: 1 });
    const [delivery] = await readDeliveries();
    expect(delivery).toMatchObject({ status: "waiting", attempts: 4 });
    expect(delivery?.dueAt.getTime()).toBeLessThan(later.getTime() - 1_000_000);
    expect(webhook.lane?.readyAt.getTime()).toBeLessThan(later.getTime() - 1_000_000);
  });

  test("that is the old one leaves health and retries alone", async () => {
    await db.lane.update({ where: { webhookId }, data: { failedAttempts: 4, firstFailureAt: new Date() } });
    await editWebhook(access, { webhookId, url });
    expect((await read()).lane).toMatchObject({ failedAttempts: 4, episode: 0 });
  });

  test("that can't be reached is refused, and nothing changes", async () => {
    const before = await read();
    await expect(
      editWebhook(access, {
        webhookId,
        url: "https://192.168.1.1/hooks",
        events: { types: ["review-created"], alsoLater: false },
      }),
    ).rejects.toMatchObject({ code: "invalid", field: "url" });
    expect(await read()).toEqual(before);
  });
});

describe("event types", () => {
  test("unchecked ones are canceled where pending, held ones as well, and not recorded any more", async () => {
    await recordTestEvent(access, "review-created");
    await recordTestEvent(access, "review-updated");
    await recordTestEvent(access, "review-deleted");
    const [, , third] = await readDeliveries();
    await db.delivery.update({ where: { id: third?.id ?? 0n }, data: { status: "held" } });
    await editWebhook(access, { webhookId, events: { types: ["review-updated"], alsoLater: false } });
    await recordTestEvent(access, "review-created");
    expect(await readDeliveries()).toMatchObject([
      { eventType: "review-created", status: "canceled", endReason: "no longer chosen" },
      { eventType: "review-updated", status: "waiting", endReason: null },
      { eventType: "review-deleted", status: "canceled", endReason: "no longer chosen" },
    ]);
    expect(await read()).toMatchObject({ allEventTypes: false, eventTypes: ["review-updated"], url });
  });

  test("chosen again count from the next event on", async () => {
    await editWebhook(access, { webhookId, events: { types: ["review-updated"], alsoLater: false } });
    await recordTestEvent(access, "review-created");
    await editWebhook(access, { webhookId, events: { types: [...EVENT_TYPES], alsoLater: true } });
    await recordTestEvent(access, "review-created");
    expect(await read()).toMatchObject({ allEventTypes: true, eventTypes: [] });
    expect(await readDeliveries()).toHaveLength(1);
  });

  test("keep their health", async () => {
    await db.lane.update({ where: { webhookId }, data: { failedAttempts: 4, firstFailureAt: new Date() } });
    await editWebhook(access, { webhookId, events: { types: ["review-updated"], alsoLater: false } });
    expect((await read()).lane).toMatchObject({ failedAttempts: 4, episode: 0 });
  });
});

test("two tabs that change different parts both hold", async () => {
  await Promise.all([
    editWebhook(access, { webhookId, url: newUrl }),
    editWebhook(access, { webhookId, events: { types: ["review-updated"], alsoLater: false } }),
  ]);
  expect(await read()).toMatchObject({ url: newUrl, eventTypes: ["review-updated"], configVersion: 3 });
});

test("another project's webhook answers as an unknown one does", async () => {
  const before = await read();
  const stranger = await createTestProject("owner");
  await expect(editWebhook(stranger, { webhookId, url: newUrl })).rejects.toMatchObject({
    code: "not_found",
  });
  expect(await read()).toEqual(before);
});

describe("what the form sends", () => {
  const parse = (events: unknown) => editWebhookInput.safeParse({ webhookId: "whk_1", events });

  test("at least one type, only types that exist, in the catalogue's order and once", () => {
    expect(parse({ types: [], alsoLater: false }).error?.issues[0]?.message).toBe(
      "Choose at least one event type.",
    );
    expect(parse({ types: ["review-exploded"], alsoLater: false }).success).toBe(false);
    expect(
      parse({ types: ["review-deleted", "review-created", "review-created"], alsoLater: false }).data?.events
        ?.types,
    ).toEqual(["review-created", "review-deleted"]);
  });

  test("types added later only together with all of today's", () => {
    expect(parse({ types: ["review-created"], alsoLater: true }).success).toBe(false);
    expect(parse({ types: [...EVENT_TYPES], alsoLater: true }).success).toBe(true);
  });
});
