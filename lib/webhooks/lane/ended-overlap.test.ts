import { afterAll, expect, test, vi } from "vitest";
import { closeSql } from "@/lib/db/sql";
import { db } from "@/lib/db/client";
import { endSecretOverlap } from "@/lib/webhooks/commands/end-secret-overlap";
import { rotateSecret } from "@/lib/webhooks/commands/rotate-secret";
import { startTestDelivery } from "@/lib/webhooks/testing/test-delivery";
import { recordTestEvent } from "@/lib/webhooks/testing/test-events";
import { startTestReceiver } from "@/lib/webhooks/testing/test-receiver";
import { createTestWebhook } from "@/lib/webhooks/testing/test-webhook";
import { waitUntil } from "@/lib/webhooks/testing/wait-until";
import { createTestDatabase } from "@/prisma/testing/test-database";
import { createTestProject } from "@/prisma/testing/test-project";

vi.stubEnv("ENCRYPTION_KEY", "the encryption key of these tests only");
await createTestDatabase();
afterAll(closeSql);

const ROUNDS = 3;
const ENOUGH = 10;

/** How many signatures each attempt that began after a moment carries. */
async function signaturesSince(webhookId: string, moment: Date): Promise<number[]> {
  const attempts = await db.attempt.findMany({
    where: { delivery: { webhookId }, startedAt: { gt: moment } },
    select: { requestHeaders: true },
  });
  return attempts.map(({ requestHeaders }) => {
    const signature = Object.entries(requestHeaders ?? {}).find(([name]) => name === "webhook-signature");
    return String(signature?.[1]).split(" ").length;
  });
}

test("once an overlap has ended, no request of a busy webhook begins with the old signature", async () => {
  const access = await createTestProject();
  const project = await db.project.findUniqueOrThrow({ where: { id: access.projectId } });
  const receiver = await startTestReceiver();
  const { id: webhookId } = await createTestWebhook(project.id, receiver.url);
  const delivery = startTestDelivery();
  let isBusy = true;
  const writer = (async () => {
    while (isBusy) await recordTestEvent(project);
  })();
  try {
    for (let round = 1; round <= ROUNDS; round += 1) {
      const rotatedAt = new Date();
      await rotateSecret(access, { webhookId });
      await waitUntil("both secrets sign", async () =>
        (await signaturesSince(webhookId, rotatedAt)).includes(2),
      );
      expect(await endSecretOverlap(access, { webhookId })).toEqual({ ended: true });
      const endedAt = new Date();
      await waitUntil(
        "requests that began afterwards",
        async () => (await signaturesSince(webhookId, endedAt)).length >= ENOUGH,
      );
      expect(new Set(await signaturesSince(webhookId, endedAt))).toEqual(new Set([1]));
    }
  } finally {
    isBusy = false;
    await writer;
    await delivery.stop();
    await receiver.close();
  }
}, 60_000);
