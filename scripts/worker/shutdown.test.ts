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

const start = () => startWorkers(worker.file, 1, { ...ENVIRONMENT, DATABASE_URL: url });

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
