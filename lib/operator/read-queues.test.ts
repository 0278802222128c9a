import { expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { readQueues } from "@/lib/operator/read-queues";
import { createWebhook } from "@/lib/webhooks/commands/create-webhook";
import { switchWebhook } from "@/lib/webhooks/commands/switch-webhook";
import { createTestDatabase } from "@/prisma/testing/test-database";
import { createTestProject, recordTestEvent } from "@/prisma/testing/test-project";

vi.stubEnv("ENCRYPTION_KEY", "a key for tests that has at least 32 characters");
await createTestDatabase();

test("tells what waits, what is due and for how long, and what is held", async () => {
  expect(await readQueues()).toMatchObject({ waiting: 0, due: 0, held: 0, oldestDueSeconds: 0 });
  const access = await createTestProject();
  const { id: webhookId } = await createWebhook(access, { url: "https://93.184.216.34/hooks" });
  await recordTestEvent(access);
  await recordTestEvent(access);
  const [first, second] = await db.delivery.findMany({ orderBy: { id: "asc" } });
  const minute = 60_000;
  const set = (id: bigint | undefined, inMs: number) =>
    db.delivery.updateMany({ where: { id: id ?? 0n }, data: { dueAt: new Date(Date.now() + inMs) } });
  await set(first?.id, -10 * minute);
  await set(second?.id, 10 * minute);
  const queues = await readQueues();
  expect(queues).toMatchObject({ waiting: 2, due: 1, held: 0 });
  expect(Math.round(queues.oldestDueSeconds / 60)).toBe(10);
  await switchWebhook(access, { webhookId, isOn: false });
  expect(await readQueues()).toMatchObject({ waiting: 0, due: 0, held: 2, oldestDueSeconds: 0 });
});
