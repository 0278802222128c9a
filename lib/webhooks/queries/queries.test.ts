import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { createWebhook } from "@/lib/webhooks/commands/create-webhook";
import { editWebhook } from "@/lib/webhooks/commands/edit-webhook";
import { replayHeld } from "@/lib/webhooks/commands/replay-held";
import { skipHeld } from "@/lib/webhooks/commands/skip-held";
import { switchWebhook } from "@/lib/webhooks/commands/switch-webhook";
import { listDeliveriesInput } from "@/lib/webhooks/delivery-filters";
import { getDelivery } from "@/lib/webhooks/queries/get-delivery";
import { listDeliveries } from "@/lib/webhooks/queries/list-deliveries";
import { listTroubledWebhooks } from "@/lib/webhooks/queries/list-troubled-webhooks";
import { listWebhooks } from "@/lib/webhooks/queries/list-webhooks";
import { MISSED_COUNT_MAX, oneDeliveryInput } from "@/lib/webhooks/schema";
import { createTestDatabase } from "@/prisma/testing/test-database";
import { createTestProject, recordTestEvent } from "@/prisma/testing/test-project";

vi.stubEnv("ENCRYPTION_KEY", "a key for tests that has at least 32 characters");
await createTestDatabase();

let access: Access;
let webhookId: string;

beforeEach(async () => {
  access = await createTestProject();
  webhookId = (await createWebhook(access, { url: "https://93.184.216.34/hooks" })).id;
});

const only = async () => (await listWebhooks(access)).webhooks[0];
const toggle = (isOn: boolean) => switchWebhook(access, { webhookId, isOn });

describe("events that happened while a webhook was off", () => {
  test("count once it is on again: what was pending and what was not recorded, of its present types", async () => {
    await recordTestEvent(access);
    await toggle(false);
    await recordTestEvent(access, "review-created");
    await recordTestEvent(access, "review-updated");
    expect(await only()).toMatchObject({ isOn: false, undecidedCount: 0 });
    await toggle(true);
    await recordTestEvent(access);
    expect(await only()).toMatchObject({ isOn: true, undecidedCount: 3 });
    await editWebhook(access, { webhookId, events: { types: ["review-created"], alsoLater: false } });
    expect((await only())?.undecidedCount).toBe(2);
  });

  test("add up over several off times, each event once", async () => {
    for (let times = 0; times < 3; times += 1) {
      await toggle(false);
      await recordTestEvent(access);
      await toggle(true);
    }
    expect((await only())?.undecidedCount).toBe(3);
  });

  test.each([
    ["Send", replayHeld],
    ["Skip", skipHeld],
  ])("are as many as %s settles, and then none", async (_name, decide) => {
    await recordTestEvent(access);
    await toggle(false);
    await recordTestEvent(access);
    await toggle(true);
    const before = (await only())?.undecidedCount;
    expect(await decide(access, { webhookId })).toEqual({ count: before });
    expect((await only())?.undecidedCount).toBe(0);
    expect(await decide(access, { webhookId })).toEqual({ count: 0 });
  });

  test("are counted up to the maximum, however many there are", async () => {
    const eventId = await recordTestEvent(access);
    await toggle(false);
    await toggle(true);
    await db.$executeRaw`
      insert into delivery (project_id, webhook_id, event_id, replay_id, event_type, resource_id, revision, status)
      select ${access.projectId}, ${webhookId}, ${eventId}, 'rpl_' || n, 'review-created', 'rev_held', 1, 'held'
      from generate_series(1, ${MISSED_COUNT_MAX + 5}::int) n`;
    expect((await only())?.undecidedCount).toBe(MISSED_COUNT_MAX + 1);
  });

  test("belong to the webhook that was off, and to no other project", async () => {
    await toggle(false);
    await recordTestEvent(access);
    await toggle(true);
    const stranger = await createTestProject();
    await expect(skipHeld(stranger, { webhookId })).rejects.toMatchObject({ code: "not_found" });
    await createWebhook(access, { url: "https://93.184.216.34/second" });
    const { webhooks } = await listWebhooks(access);
    expect(webhooks.map((webhook) => webhook.undecidedCount)).toEqual([0, 1]);
  });
});

describe("the log", () => {
  test("is read page by page, newest first, each delivery once", async () => {
    for (let count = 0; count < 60; count += 1) await recordTestEvent(access);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listDeliveries(access, { webhookId, after });
      seen.push(...page.deliveries.map(({ id }) => id));
      after = page.nextAfter ?? undefined;
    } while (after);
    const stored = await db.delivery.findMany({ where: { webhookId }, orderBy: { id: "desc" } });
    expect(seen).toEqual(stored.map(({ id }) => String(id)));
  });

  test("knows no delivery by a number that no id can be", async () => {
    expect(oneDeliveryInput.safeParse({ deliveryId: "9".repeat(19) }).success).toBe(false);
    const { deliveryId } = oneDeliveryInput.parse({ deliveryId: "9".repeat(18) });
    await expect(getDelivery(access, { deliveryId })).rejects.toMatchObject({ code: "not_found" });
    expect(listDeliveriesInput.safeParse({ after: `1.${"9".repeat(19)}` }).success).toBe(false);
    const input = listDeliveriesInput.parse({ after: `1.${"9".repeat(18)}` });
    expect((await listDeliveries(access, input)).deliveries).toEqual([]);
  });

  test("is filtered by status", async () => {
    await recordTestEvent(access, "review-created");
    await toggle(false);
    await toggle(true);
    await recordTestEvent(access, "review-updated");
    const types = async (status: "held" | "waiting" | "failed") =>
      (await listDeliveries(access, { webhookId, status })).deliveries.map(({ eventType }) => eventType);
    expect(await types("held")).toEqual(["review-created"]);
    expect(await types("waiting")).toEqual(["review-updated"]);
    expect(await types("failed")).toEqual([]);
  });

  test("says what came back last and holds the exact bytes", async () => {
    const eventId = await recordTestEvent(access);
    const { id } = await db.delivery.findFirstOrThrow({ where: { webhookId } });
    for (const [number, statusCode] of [500, 302].entries()) {
      await db.attempt.create({
        data: {
          deliveryId: id,
          number: number + 1,
          url: "https://93.184.216.34/hooks",
          startedAt: new Date(),
          durationMs: 12,
          statusCode,
          error: `Answered ${statusCode}`,
          advice: "look at it",
          requestHeaders: { "webhook-id": eventId },
        },
      });
    }
    await db.delivery.update({
      where: { id },
      data: { attempts: 2, lastStatus: 302, lastError: "Answered 302", lastAdvice: "look at it", lastMs: 12 },
    });
    const { deliveries } = await listDeliveries(access, { webhookId });
    expect(deliveries[0]?.lastAnswer).toMatchObject({ statusCode: 302, advice: "look at it" });
    const detail = await getDelivery(access, { deliveryId: String(id) });
    expect(detail.body).toBe((await db.event.findUniqueOrThrow({ where: { id: eventId } })).body);
    expect(detail.attempts.map(({ number }) => number)).toEqual([2, 1]);
    expect(detail.attempts[0]?.requestHeaders).toEqual([["webhook-id", eventId]]);
    const stranger = await createTestProject("owner");
    await expect(getDelivery(stranger, { deliveryId: String(id) })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

test("webhooks need somebody when we turned them off, or when they fail for so long that a notice went out", async () => {
  const troubled = async () => (await listTroubledWebhooks(access)).map(({ id }) => id);
  const firstFailureAt = new Date();
  await db.lane.update({ where: { webhookId }, data: { firstFailureAt, failedAttempts: 3 } });
  expect(await troubled()).toEqual([]);
  await db.lane.update({ where: { webhookId }, data: { noticedHours: 24 } });
  expect(await troubled()).toEqual([webhookId]);
  await toggle(false);
  expect(await troubled()).toEqual([]);
  await db.webhook.update({ where: { id: webhookId }, data: { offReason: "failing" } });
  expect(await troubled()).toEqual([webhookId]);
  await toggle(true);
  expect(await troubled()).toEqual([]);
});
