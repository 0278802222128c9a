import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { closeSql } from "@/lib/db/sql";
import { recordTestEvent } from "@/lib/webhooks/testing/test-events";
import { startTestReceiver } from "@/lib/webhooks/testing/test-receiver";
import { createTestProject, createTestWebhook } from "@/lib/webhooks/testing/test-webhook";
import { waitUntil } from "@/lib/webhooks/testing/wait-until";
import { createTestDatabase } from "@/prisma/testing/test-database";
import { bundleProcess } from "@/scripts/testing/bundle-process";
import { startWorkers } from "@/scripts/testing/start-workers";

const ENVIRONMENT = {
  ENCRYPTION_KEY: "the encryption key of these tests only",
  AUTH_SECRET: "the session secret of these tests only",
  WEBHOOK_ALLOWED_NETS: "127.0.0.0/8",
  LOG_LEVEL: "warn",
};
for (const [name, value] of Object.entries(ENVIRONMENT)) vi.stubEnv(name, value);
const { url } = await createTestDatabase();

let worker: Awaited<ReturnType<typeof bundleProcess>>;
beforeAll(async () => {
  worker = await bundleProcess("scripts/worker.ts");
});
afterAll(async () => {
  await worker.remove();
  await closeSql();
});

const start = () => startWorkers(worker.file, 1, { ...ENVIRONMENT, LOG_LEVEL: "info", DATABASE_URL: url });

test("a worker that is told to end lets its request end and begins none; nothing of it counts against the webhook", async () => {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const receiver = await startTestReceiver(async () => {
    await held;
    return 200;
  });
  const project = await createTestProject();
  const webhook = await createTestWebhook(project.id, receiver.url);
  const deliveries = () =>
    db.delivery.findMany({
      where: { webhookId: webhook.id },
      orderBy: { id: "asc" },
      select: { status: true, attempts: true },
    });

  const first = await start();
  await recordTestEvent(project);
  await waitUntil("a request on the wire", () => receiver.requests.length === 1);
  first.terminate();
  await waitUntil("it has heard", () => first.logged().includes("no request begins any more"));
  await recordTestEvent(project);
  letGo();
  expect(await first.ended()).toEqual([0]);
  expect(receiver.requests).toHaveLength(1);
  expect(await deliveries()).toEqual([
    { status: "delivered", attempts: 1 },
    { status: "waiting", attempts: 0 },
  ]);
  const { failedAttempts, firstFailureAt, token } = await db.lane.findUniqueOrThrow({
    where: { webhookId: webhook.id },
  });
  expect({ failedAttempts, firstFailureAt, token }).toEqual({
    failedAttempts: 0,
    firstFailureAt: null,
    token: null,
  });

  const second = await start();
  await waitUntil("the other event", async () =>
    (await deliveries()).every(({ status }) => status === "delivered"),
  );
  second.terminate();
  expect(await second.ended()).toEqual([0]);
  expect(
    await db.attempt.count({ where: { delivery: { webhookId: webhook.id }, error: { not: null } } }),
  ).toBe(0);
  await receiver.close();
});

test("told twice, it cuts its request off: shown as our side, sent again, nothing of it counts against the webhook", async () => {
  let isHolding = true;
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const receiver = await startTestReceiver(async () => {
    if (isHolding) await held;
    return 200;
  });
  const project = await createTestProject();
  const webhook = await createTestWebhook(project.id, receiver.url);
  const first = await start();
  await recordTestEvent(project);
  await waitUntil("a request on the wire", () => receiver.requests.length === 1);
  let codes: number[] | null = null;
  void first.ended().then((ended) => (codes = ended));
  await waitUntil("its end", () => {
    first.terminate();
    return codes !== null;
  });
  expect(codes).toEqual([0]);

  isHolding = false;
  letGo();
  const second = await start();
  const delivery = () =>
    db.delivery.findFirstOrThrow({
      where: { webhookId: webhook.id },
      select: { status: true, attempts: true, uncounted: true },
    });
  await waitUntil("the same event again", async () => (await delivery()).status === "delivered");
  second.terminate();
  expect(await second.ended()).toEqual([0]);
  expect(await delivery()).toEqual({ status: "delivered", attempts: 2, uncounted: 1 });
  expect(
    await db.attempt.findMany({
      where: { delivery: { webhookId: webhook.id } },
      orderBy: { number: "asc" },
      select: { number: true, statusCode: true, isOurFault: true, error: true },
    }),
  ).toEqual([
    { number: 1, statusCode: null, isOurFault: true, error: "Stopped because we were shutting down" },
    { number: 2, statusCode: 200, isOurFault: false, error: null },
  ]);
  expect(await db.lane.findUniqueOrThrow({ where: { webhookId: webhook.id } })).toMatchObject({
    failedAttempts: 0,
    firstFailureAt: null,
  });
  const ids = receiver.requests.map(({ headers }) => headers["webhook-id"]);
  expect(new Set(ids).size).toBe(1);
  expect(ids).toHaveLength(2);
  await receiver.close();
});
