import { afterAll, beforeEach, expect, test, vi } from "vitest";
import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { closeSql } from "@/lib/db/sql";
import { editWebhook } from "@/lib/webhooks/commands/edit-webhook";
import { replayHeld } from "@/lib/webhooks/commands/replay-held";
import { resendDelivery } from "@/lib/webhooks/commands/resend-delivery";
import { sendTestEvent } from "@/lib/webhooks/commands/send-test-event";
import { skipHeld } from "@/lib/webhooks/commands/skip-held";
import { switchWebhook } from "@/lib/webhooks/commands/switch-webhook";
import { countUndecided } from "@/lib/webhooks/queries/count-undecided";
import { settleDecisions } from "@/lib/webhooks/settle-decisions";
import { keepBack } from "@/lib/webhooks/lane/keep-back";
import { recordTestEvent } from "@/lib/webhooks/testing/test-events";
import { createTestProject, createTestWebhook } from "@/lib/webhooks/testing/test-webhook";
import { createTestDatabase } from "@/prisma/testing/test-database";

vi.stubEnv("ENCRYPTION_KEY", "the encryption key of these tests only");
await createTestDatabase();
afterAll(closeSql);

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

const turn = (isOn: boolean) => switchWebhook(access, { webhookId, isOn });
const deliveries = () => db.delivery.findMany({ where: { webhookId }, orderBy: { id: "asc" } });

/** One event pending when it goes off, two while it is off, one after: the second half of a day. */
async function beOffForAWhile() {
  const pending = await recordTestEvent(project);
  await turn(false);
  const missed = [await recordTestEvent(project), await recordTestEvent(project)];
  await turn(true);
  const after = await recordTestEvent(project);
  return { pending, missed, after };
}

test("Send: everything of the off time and nothing else, once, after new events, with the same ids", async () => {
  const { pending, missed, after } = await beOffForAWhile();
  expect(await countUndecided(project.id)).toEqual(new Map([[webhookId, 3]]));
  expect(await replayHeld(access, { webhookId })).toEqual({ count: 3 });
  const all = await deliveries();
  expect(all).toHaveLength(4);
  expect(new Map(all.map(({ eventId, status, prio }) => [eventId, `${status} ${prio}`]))).toEqual(
    new Map([
      [pending, "waiting 2"],
      [after, "waiting 0"],
      ...missed.map((id) => [id, "waiting 2"] as const),
    ]),
  );
  expect(await countUndecided(project.id)).toEqual(new Map());
  expect(await replayHeld(access, { webhookId })).toEqual({ count: 0 });
  expect(await settleDecisions()).toBe(0);
  expect(await deliveries()).toHaveLength(4);
});

test("Send uses the present event types", async () => {
  await beOffForAWhile();
  await editWebhook(access, { webhookId, events: { types: ["review-updated"], alsoLater: false } });
  expect(await replayHeld(access, { webhookId })).toEqual({ count: 0 });
  expect((await deliveries()).map(({ status, endReason }) => [status, endReason])).toEqual([
    ["canceled", "no longer chosen"],
    ["canceled", "no longer chosen"],
  ]);
});

test("what had been tried starts its schedule anew", async () => {
  const { pending } = await beOffForAWhile();
  await db.delivery.updateMany({ where: { eventId: pending }, data: { attempts: 5 } });
  await replayHeld(access, { webhookId });
  expect(await db.delivery.findFirst({ where: { eventId: pending } })).toMatchObject({
    attempts: 5,
    uncounted: 5,
  });
});

test("Skip: nothing is sent, the log shows it, each can be resent", async () => {
  const { missed } = await beOffForAWhile();
  expect(await skipHeld(access, { webhookId })).toEqual({ count: 3 });
  const skipped = (await deliveries()).filter(({ endReason }) => endReason === "skipped");
  expect(skipped.map(({ status }) => status)).toEqual(["canceled", "canceled", "canceled"]);
  expect(await countUndecided(project.id)).toEqual(new Map());
  const again = skipped.find(({ eventId }) => eventId === missed[0]);
  const { deliveryId } = await resendDelivery(access, { deliveryId: String(again?.id) });
  expect(await db.delivery.findUnique({ where: { id: BigInt(deliveryId) } })).toMatchObject({
    eventId: missed[0],
    status: "waiting",
    prio: -1,
  });
});

test("two off times in a row are decided together", async () => {
  await turn(false);
  await recordTestEvent(project);
  await turn(true);
  await turn(false);
  await recordTestEvent(project);
  await turn(true);
  expect(await replayHeld(access, { webhookId })).toEqual({ count: 2 });
});

test("two that decide at once: one does", async () => {
  await beOffForAWhile();
  const counts = await Promise.all([replayHeld(access, { webhookId }), skipHeld(access, { webhookId })]);
  expect(new Set(counts.map(({ count }) => count))).toEqual(new Set([0, 3]));
});

test("an event whose transaction outlived the decision is settled later", async () => {
  await turn(false);
  const late = await recordTestEvent(project);
  await db.event.update({ where: { id: late }, data: { missedBy: [] } });
  await turn(true);
  await replayHeld(access, { webhookId });
  await db.event.update({ where: { id: late }, data: { missedBy: [webhookId] } });
  expect(await settleDecisions()).toBe(1);
  expect(await db.delivery.findFirst({ where: { eventId: late } })).toMatchObject({
    status: "waiting",
    prio: 2,
  });
});

test.each([
  ["Send", replayHeld, { status: "waiting", prio: 2, endReason: null, epoch: 2 }],
  ["Skip", skipHeld, { status: "canceled", endReason: "skipped" }],
] as const)(
  "what was held after %s, too late to be decided about, is settled like the rest",
  async (_, decide, settled) => {
    const { pending } = await beOffForAWhile();
    await decide(access, { webhookId });
    const late = await recordTestEvent(project);
    await db.delivery.updateMany({ where: { eventId: late }, data: { epoch: 1 } });
    expect(await keepBack(webhookId, { isOn: true, isDeleted: false, epoch: 2 })).toBe(1);
    expect(await settleDecisions()).toBe(1);
    expect(await db.delivery.findFirst({ where: { eventId: late } })).toMatchObject(settled);
    expect(await db.delivery.findFirst({ where: { eventId: pending } })).toMatchObject(settled);
    expect(await settleDecisions()).toBe(0);
  },
);

test("what is held while somebody is to be asked about it is left alone", async () => {
  const { missed } = await beOffForAWhile();
  await skipHeld(access, { webhookId });
  await turn(false);
  expect(await settleDecisions()).toBe(0);
  await turn(true);
  expect(await settleDecisions()).toBe(0);
  expect(await countUndecided(project.id)).toEqual(new Map([[webhookId, 1]]));
  expect(missed).toHaveLength(2);
});

test.each([
  ["Send", replayHeld],
  ["Skip", skipHeld],
] as const)(
  "%s decides about the past: what a later off time misses is asked about anew",
  async (_, decide) => {
    await beOffForAWhile();
    await decide(access, { webhookId });
    await db.delivery.updateMany({
      where: { webhookId, status: "waiting" },
      data: { status: "delivered", endedAt: new Date() },
    });
    await turn(false);
    const later = await recordTestEvent(project);
    expect(await settleDecisions()).toBe(0);
    await turn(true);
    expect(await settleDecisions()).toBe(0);
    expect(await countUndecided(project.id)).toEqual(new Map([[webhookId, 1]]));
    expect(await db.delivery.count({ where: { eventId: later } })).toBe(0);
  },
);

test("while it is off nothing is sent: test event, resend, Send and Skip say so", async () => {
  const event = await recordTestEvent(project);
  const delivery = await db.delivery.findFirstOrThrow({ where: { eventId: event } });
  await turn(false);
  for (const refused of [
    () => sendTestEvent(access, { webhookId }),
    () => resendDelivery(access, { deliveryId: String(delivery.id) }),
    () => replayHeld(access, { webhookId }),
    () => skipHeld(access, { webhookId }),
  ]) {
    await expect(refused()).rejects.toMatchObject({
      code: "webhook_is_off",
      message: "This webhook is off. Turn it on first.",
    });
  }
});

test("a test event goes to this webhook alone and says so", async () => {
  await createTestWebhook(project.id, "https://example.com/other");
  const { eventId, deliveryId } = await sendTestEvent(access, { webhookId, eventType: "review-updated" });
  const event = await db.event.findUniqueOrThrow({ where: { id: eventId }, include: { deliveries: true } });
  expect(event.deliveries.map(({ id, webhookId: to }) => [String(id), to])).toEqual([
    [deliveryId, webhookId],
  ]);
  expect(JSON.parse(event.body)).toMatchObject({
    test: true,
    type: "review-updated",
    changes: ["body", "status", "submitted_at"],
  });
});

test("other projects' webhooks and deliveries answer like unknown ones", async () => {
  const event = await recordTestEvent(project);
  const delivery = await db.delivery.findFirstOrThrow({ where: { eventId: event } });
  const stranger = { ...access, projectId: (await createTestProject()).id };
  for (const refused of [
    () => sendTestEvent(stranger, { webhookId }),
    () => resendDelivery(stranger, { deliveryId: String(delivery.id) }),
    () => replayHeld(stranger, { webhookId }),
    () => skipHeld(stranger, { webhookId }),
  ]) {
    await expect(refused()).rejects.toMatchObject({ code: "not_found" });
  }
});
