import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Access } from "@/lib/auth/access";
import { eraseCustomer } from "@/lib/customers/commands/erase-customer";
import { db } from "@/lib/db/client";
import { closeSql } from "@/lib/db/sql";
import { newId } from "@/lib/ids";
import { addReview } from "@/lib/reviews/commands/add-review";
import { deleteReview } from "@/lib/reviews/commands/delete-review";
import { replayHeld } from "@/lib/webhooks/commands/replay-held";
import { switchWebhook } from "@/lib/webhooks/commands/switch-webhook";
import { redactLateAnswers } from "@/lib/webhooks/redact-events";
import { startTestDelivery } from "@/lib/webhooks/testing/test-delivery";
import { startTestReceiver, type Answer } from "@/lib/webhooks/testing/test-receiver";
import { createTestWebhook } from "@/lib/webhooks/testing/test-webhook";
import { waitUntil } from "@/lib/webhooks/testing/wait-until";
import { createTestDatabase } from "@/prisma/testing/test-database";
import { createTestProject } from "@/prisma/testing/test-project";

vi.stubEnv("ENCRYPTION_KEY", "the encryption key of these tests only");
vi.stubEnv("APP_URL", "https://reviews.example.com");
await createTestDatabase();

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});
afterAll(closeSql);

let access: Access;
let customerId: string;

beforeEach(async () => {
  access = await createTestProject();
  customerId = newId("cus");
  await db.customer.create({
    data: {
      id: customerId,
      projectId: access.projectId,
      firstName: "Jane",
      email: "jane.private@example.com",
    },
  });
});

async function receiver(answer: Answer = () => 200) {
  const started = await startTestReceiver(answer);
  ends.push(() => started.close());
  const webhook = await createTestWebhook(access.projectId, started.url);
  return { ...started, webhook };
}

function deliver() {
  const delivery = startTestDelivery({ attemptTimeoutMs: 60_000 });
  ends.push(() => delivery.stop());
}

const review = () =>
  addReview(access, {
    score: 4,
    body: "Private words",
    customerId,
    reviewerName: null,
    origin: "manual",
    ratedAt: new Date(),
    isDemo: false,
  });

const PERSONAL = /Jane|jane|Private/;

test("the log forgets what it said of an erased customer, of deleted reviews and answers as well", async () => {
  const { id } = await review();
  await deleteReview(access, id);
  await review();
  await createTestWebhook(access.projectId, "https://example.com/hooks");
  const [event] = await db.event.findMany({ where: { projectId: access.projectId } });
  const attempted = { url: "https://example.com/hooks", startedAt: new Date(), durationMs: 5 };
  const delivery = await db.delivery.create({
    data: {
      projectId: access.projectId,
      webhookId: (await db.webhook.findFirstOrThrow({ where: { projectId: access.projectId } })).id,
      eventId: event?.id ?? "",
      eventType: "review-created",
      resourceId: id,
      revision: 1,
      status: "delivered",
      endedAt: new Date(),
      lastError: "Redirects to https://example.com/jane",
      attemptList: {
        create: [
          {
            ...attempted,
            number: 1,
            statusCode: 302,
            errorCode: "redirected",
            error: "Redirects to https://example.com/jane",
            responseHeaders: { location: "/jane" },
            responseBody: "",
          },
          {
            ...attempted,
            number: 2,
            statusCode: 200,
            responseHeaders: { "x-saw": "Jane" },
            responseBody: "thank you, Jane",
          },
        ],
      },
    },
  });
  await eraseCustomer(access, customerId);
  const events = await db.event.findMany({ where: { projectId: access.projectId } });
  expect(events).toHaveLength(4);
  for (const { body } of events) expect(body).not.toMatch(PERSONAL);
  expect(events.filter(({ erasedAt }) => erasedAt !== null).map(({ type }) => type)).toEqual([
    "review-created",
    "review-created",
  ]);
  const attempts = await db.attempt.findMany({
    where: { deliveryId: delivery.id },
    orderBy: { number: "asc" },
  });
  const forgotten = { responseBody: null, responseHeaders: null };
  expect(attempts).toMatchObject([
    { ...forgotten, statusCode: 302, error: "Redirected" },
    { ...forgotten, statusCode: 200 },
  ]);
  const { lastError } = await db.delivery.findUniqueOrThrow({ where: { id: delivery.id } });
  expect(lastError).toBe("Redirected");
  expect(await db.auditEntry.count({ where: { action: "customer.erased", targetId: customerId } })).toBe(1);
});

test("what a lane had taken into memory isn't sent once erasing has returned", async () => {
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  const { requests, webhook } = await receiver(async () => {
    await gate;
    return 200;
  });
  for (let count = 0; count < 30; count += 1) await review();
  deliver();
  await waitUntil("the first requests", () => requests.length >= 4);
  await eraseCustomer(access, customerId);
  const onTheWire = requests.length;
  letGo();
  await waitUntil(
    "the last events",
    async () =>
      (await db.delivery.count({
        where: { webhookId: webhook.id, eventType: "review-deleted", status: "delivered" },
      })) === 30,
  );
  const later = requests.slice(onTheWire);
  expect(later.every(({ body }) => !PERSONAL.test(body))).toBe(true);
  expect(later.map(({ body }) => JSON.parse(body).type)).toEqual(later.map(() => "review-deleted"));
});

test.each(["review-created", "review-deleted"])(
  "the answer to a %s that comes in afterwards is forgotten as well",
  async (eventType) => {
    const { webhook } = await receiver();
    await deleteReview(access, (await review()).id);
    const delivery = await db.delivery.findFirstOrThrow({ where: { webhookId: webhook.id, eventType } });
    await eraseCustomer(access, customerId);
    await db.attempt.create({
      data: {
        deliveryId: delivery.id,
        number: 1,
        url: webhook.url,
        startedAt: new Date(),
        durationMs: 5,
        statusCode: 200,
        responseBody: "thank you, Jane",
      },
    });
    expect(await redactLateAnswers()).toBeGreaterThan(0);
    const attempts = await db.attempt.findMany({ where: { deliveryId: delivery.id } });
    expect(attempts.map(({ responseBody }) => responseBody)).toEqual([null]);
    expect(await redactLateAnswers()).toBe(0);
  },
);

test("Send doesn't bring back what happened to an erased customer while the webhook was off", async () => {
  const { webhook } = await receiver();
  await switchWebhook(access, { webhookId: webhook.id, isOn: false });
  await review();
  await eraseCustomer(access, customerId);
  await switchWebhook(access, { webhookId: webhook.id, isOn: true });
  await replayHeld(access, { webhookId: webhook.id });
  const sent = await db.delivery.findMany({ where: { webhookId: webhook.id }, include: { event: true } });
  expect(sent.map(({ eventType }) => eventType)).toEqual(["review-deleted"]);
  expect(sent[0]?.event.body).not.toMatch(PERSONAL);
});
