import { Webhook } from "standardwebhooks";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { closeSql } from "@/lib/db/sql";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/ids";
import { recordTestEvent } from "@/lib/webhooks/testing/test-events";
import { startTestDelivery } from "@/lib/webhooks/testing/test-delivery";
import { type Answer, startTestReceiver } from "@/lib/webhooks/testing/test-receiver";
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

async function receiver(answer?: Answer) {
  const started = await startTestReceiver(answer);
  ends.push(() => started.close());
  return started;
}

function deliver(options: Parameters<typeof startTestDelivery>[0] = {}) {
  const delivery = startTestDelivery(options);
  ends.push(() => delivery.stop());
}

test("an event arrives signed, with the exact stored bytes", async () => {
  const project = await createTestProject();
  const { url, requests } = await receiver();
  const webhook = await createTestWebhook(project.id, `${url}/hooks?x=1`);
  deliver();
  const eventId = await recordTestEvent(project);
  await waitUntil("the request", () => requests.length === 1);
  const [request] = requests;
  const event = await db.event.findUniqueOrThrow({ where: { id: eventId } });
  expect(request?.path).toBe("/hooks?x=1");
  expect(request?.body).toBe(event.body);
  expect(request?.headers["webhook-id"]).toBe(eventId);
  expect(request?.headers["starwire-attempt"]).toBe("1");
  const headers = Object.fromEntries(
    Object.entries(request?.headers ?? {}).map(([name, value]) => [name, String(value)]),
  );
  expect(new Webhook(webhook.secret).verify(request?.body ?? "", headers)).toMatchObject({ id: eventId });
  await waitUntil(
    "the record",
    async () => (await db.delivery.count({ where: { eventId, status: "delivered" } })) === 1,
  );
  await waitUntil("the idle lane", async () => {
    const [lane] = await db.$queryRaw<{ idle: boolean }[]>`
      select ready_at = 'infinity' and token is null as idle from lane where webhook_id = ${webhook.id}`;
    return lane?.idle ?? false;
  });
});

test.each([1, 3, 9])("%i failures: same bytes, same id, new time, attempts counted", async (failures) => {
  const project = await createTestProject();
  const { url, requests } = await receiver(() => (requests.length <= failures ? 500 : 200));
  await createTestWebhook(project.id, url);
  deliver({ delaysSeconds: Array.from({ length: 11 }, (_, index) => (index === 0 ? 1.2 : 0.03)) });
  const eventId = await recordTestEvent(project);
  await waitUntil(
    "the success",
    async () => (await db.delivery.count({ where: { eventId, status: "delivered" } })) === 1,
  );
  expect(requests).toHaveLength(failures + 1);
  expect(new Set(requests.map(({ body }) => body)).size).toBe(1);
  expect(new Set(requests.map(({ headers }) => headers["webhook-id"]))).toEqual(new Set([eventId]));
  expect(requests.map(({ headers }) => headers["starwire-attempt"])).toEqual(
    requests.map((_, index) => String(index + 1)),
  );
  const [first, second] = requests.map(({ headers }) => Number(headers["webhook-timestamp"]));
  expect(second).toBeGreaterThan(first ?? Number.POSITIVE_INFINITY);
  const attempts = await db.attempt.findMany({ where: { delivery: { eventId } }, orderBy: { id: "asc" } });
  expect(attempts.map(({ number, statusCode }) => [number, statusCode])).toEqual(
    requests.map((_, index) => [index + 1, index < failures ? 500 : 200]),
  );
});

test("a receiver that never answers delays no other", async () => {
  const project = await createTestProject();
  const hanging = await receiver(() => "hang");
  const healthy = await receiver();
  await createTestWebhook(project.id, hanging.url);
  await createTestWebhook(project.id, healthy.url);
  deliver({ attemptTimeoutMs: 120_000 });
  for (let index = 0; index < 300; index += 1) await recordTestEvent(project);
  await waitUntil("all 300 at the healthy one", () => healthy.requests.length === 300);
  expect(hanging.requests.length).toBeGreaterThan(0);
  expect(hanging.requests.every(({ endedAtMs }) => endedAtMs === null)).toBe(true);
});

test("one answer that hangs occupies one place", async () => {
  const project = await createTestProject();
  let hung = 0;
  const { url, requests } = await receiver(() => {
    hung += 1;
    return hung === 3 ? "hang" : 200;
  });
  await createTestWebhook(project.id, url);
  deliver();
  for (let index = 0; index < 100; index += 1) await recordTestEvent(project);
  await waitUntil("the other 99", () => requests.length === 100);
  expect(requests.filter(({ endedAtMs }) => endedAtMs === null).length).toBeGreaterThan(0);
  await waitUntil("99 answers", () => requests.filter(({ endedAtMs }) => endedAtMs !== null).length === 99);
});

test("a later event of a review waits for the earlier one's first four attempts, other reviews don't", async () => {
  const project = await createTestProject();
  const review = newId("rev");
  const { url, requests } = await receiver(({ body }) => {
    const { data } = JSON.parse(body);
    return data.id === review && data.revision === 1 ? 500 : 200;
  });
  await createTestWebhook(project.id, url);
  deliver({ delaysSeconds: [0.2, 0.2, 0.2, 60] });
  await recordTestEvent(project, review, 1);
  await recordTestEvent(project, review, 2);
  await recordTestEvent(project);
  const revisions = () =>
    requests.flatMap(({ body }) => {
      const { data } = JSON.parse(body);
      return data.id === review ? [data.revision] : [];
    });
  await waitUntil("the release", () => revisions().includes(2));
  expect(revisions()).toEqual([1, 1, 1, 1, 2]);
  expect(requests.length).toBeGreaterThan(5);
});
