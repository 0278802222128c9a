import { beforeEach, expect, test, vi } from "vitest";
import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { pruneExpired } from "@/lib/prune-expired";
import { createWebhook } from "@/lib/webhooks/commands/create-webhook";
import { deleteWebhook } from "@/lib/webhooks/commands/delete-webhook";
import { endSecretOverlap } from "@/lib/webhooks/commands/end-secret-overlap";
import { revealSecret } from "@/lib/webhooks/commands/reveal-secret";
import { rotateSecret } from "@/lib/webhooks/commands/rotate-secret";
import { listDeliveries } from "@/lib/webhooks/queries/list-deliveries";
import { listWebhooks } from "@/lib/webhooks/queries/list-webhooks";
import { createTestDatabase } from "@/prisma/testing/test-database";
import { createTestProject, recordTestEvent } from "@/prisma/testing/test-project";

vi.stubEnv("ENCRYPTION_KEY", "a key for tests that has at least 32 characters");
await createTestDatabase();

const url = "https://93.184.216.34/hooks";
const DAY_MS = 86_400_000;
let access: Access;
let webhookId: string;
let secret: string;

beforeEach(async () => {
  access = await createTestProject();
  ({ id: webhookId, secret } = await createWebhook(access, { url }));
});

/** What the list tells about the secrets, which it doesn't hold. */
const listed = async () => {
  const [webhook] = (await listWebhooks(access)).webhooks;
  if (!webhook) throw new Error("No webhook is listed.");
  return { madeAt: webhook.secretMadeAt, previousUntil: webhook.previousSecretUntil };
};

test("the secret can be shown again", async () => {
  const { madeAt } = await listed();
  expect(await revealSecret(access, { webhookId })).toEqual({ secret, madeAt });
});

test("a rotation gives a new secret and lets the old one sign for 24 more hours", async () => {
  const rotated = await rotateSecret(access, { webhookId });
  expect(rotated.secret).not.toBe(secret);
  const overlapMs = rotated.previousUntil.getTime() - Date.now();
  expect(overlapMs).toBeGreaterThan(0.99 * DAY_MS);
  expect(overlapMs).toBeLessThanOrEqual(DAY_MS);
  const { madeAt, previousUntil } = rotated;
  expect(await revealSecret(access, { webhookId })).toEqual({ secret: rotated.secret, madeAt });
  expect(await listed()).toEqual({ madeAt, previousUntil });
  const { configVersion } = await db.webhook.findUniqueOrThrow({ where: { id: webhookId } });
  expect(configVersion).toBe(2);
});

test("the overlap is ended while there is one, of all that were replaced, and leaves the present secret alone", async () => {
  await rotateSecret(access, { webhookId });
  const { secret: present, madeAt } = await rotateSecret(access, { webhookId });
  expect(await db.webhookSecret.count({ where: { webhookId } })).toBe(3);
  expect(await endSecretOverlap(access, { webhookId })).toEqual({ ended: true });
  expect(await revealSecret(access, { webhookId })).toEqual({ secret: present, madeAt });
  expect(await listed()).toEqual({ madeAt, previousUntil: null });

  await rotateSecret(access, { webhookId });
  await db.webhookSecret.updateMany({
    where: { webhookId, expiresAt: { not: null } },
    data: { expiresAt: new Date(Date.now() - 1000) },
  });
  expect(await endSecretOverlap(access, { webhookId })).toEqual({ ended: false });
  const ended = { action: "webhook.secret_overlap_ended", targetId: webhookId };
  expect(await db.auditEntry.count({ where: ended })).toBe(1);
  expect(await pruneExpired()).toMatchObject({ signingSecrets: 1 });
  expect(await db.webhookSecret.count({ where: { webhookId } })).toBe(1);
});

test("what is stored tells which key it takes", async () => {
  const [stored] = await db.webhookSecret.findMany({ where: { webhookId } });
  expect(stored?.ciphertext).toMatch(/^v1\.[0-9a-f]{8}\.[\w-]+$/);
});

test("rotations at the same time leave one present secret", async () => {
  await Promise.all(Array.from({ length: 5 }, () => rotateSecret(access, { webhookId })));
  expect(await db.webhookSecret.count({ where: { webhookId, expiresAt: null } })).toBe(1);
  expect(await db.webhookSecret.count({ where: { webhookId } })).toBe(6);
});

test("deleting cancels what is pending, ends recording and keeps the log readable", async () => {
  await recordTestEvent(access);
  await deleteWebhook(access, { webhookId });
  await recordTestEvent(access);
  const list = await listWebhooks(access);
  expect(list.webhooks).toEqual([]);
  expect(list.deleted).toMatchObject([{ id: webhookId, url }]);
  const page = await listDeliveries(access, { webhookId });
  expect(page.deliveries).toMatchObject([{ status: "canceled", endReason: "webhook deleted" }]);
  await expect(revealSecret(access, { webhookId })).rejects.toMatchObject({ code: "not_found" });
  await expect(deleteWebhook(access, { webhookId })).rejects.toMatchObject({ code: "not_found" });
});

test("another project can neither read, rotate nor delete", async () => {
  const stranger = await createTestProject("owner");
  await recordTestEvent(access);
  const expected = { code: "not_found" };
  await expect(revealSecret(stranger, { webhookId })).rejects.toMatchObject(expected);
  await expect(rotateSecret(stranger, { webhookId })).rejects.toMatchObject(expected);
  await expect(deleteWebhook(stranger, { webhookId })).rejects.toMatchObject(expected);
  expect((await listWebhooks(stranger)).webhooks).toEqual([]);
  await expect(listDeliveries(stranger, { webhookId })).rejects.toMatchObject(expected);
  expect(await revealSecret(access, { webhookId })).toMatchObject({ secret });
});
