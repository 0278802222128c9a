import { afterAll, beforeEach, expect, test, vi } from "vitest";
import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { closeSql } from "@/lib/db/sql";
import { createWebhook } from "@/lib/webhooks/commands/create-webhook";
import { patchWebhook } from "@/lib/webhooks/commands/patch-webhook";
import { createTestDatabase } from "@/prisma/testing/test-database";
import { createTestProject, recordTestEvent } from "@/prisma/testing/test-project";
import { untilBlocked } from "@/prisma/testing/until-blocked";

vi.stubEnv("ENCRYPTION_KEY", "the encryption key of these tests only");
await createTestDatabase();
afterAll(closeSql);

const OLD = "https://93.184.216.34/old";
const NEW = "https://93.184.216.34/new";

let access: Access;
let webhookId: string;

beforeEach(async () => {
  access = await createTestProject();
  webhookId = (await createWebhook(access, { url: OLD })).id;
});

const everything = async () => ({
  webhook: await db.webhook.findUniqueOrThrow({ where: { id: webhookId }, include: { lane: true } }),
  pauses: await db.webhookPause.findMany({ where: { webhookId } }),
  deliveries: await db.delivery.findMany({ where: { webhookId }, orderBy: { id: "asc" } }),
  audit: await db.auditEntry.findMany({ where: { projectId: access.projectId }, orderBy: { id: "asc" } }),
});

test("URL, switch and what was missed change together", async () => {
  await patchWebhook(access, { webhookId, isOn: false });
  const missed = await recordTestEvent(access);
  await patchWebhook(access, { webhookId, url: NEW, isOn: true, held: "send" });
  const { webhook, pauses, deliveries, audit } = await everything();
  expect([webhook.url, webhook.isOn]).toEqual([NEW, true]);
  expect(pauses).toMatchObject([{ decision: "send" }]);
  expect(deliveries).toMatchObject([{ eventId: missed, status: "waiting" }]);
  expect(audit.map(({ action }) => action)).toEqual(
    expect.arrayContaining(["webhook.edited", "webhook.switched_on", "webhook.held_sent"]),
  );
});

test.each([
  ["webhook_is_off", { url: NEW, events: { types: ["review-created"], alsoLater: false }, held: "send" }],
  ["webhook_is_off", { url: NEW, isOn: false, held: "skip" }],
  ["invalid", { url: "https://10.0.0.5/", isOn: true, held: "send" }],
] as const)("a part that is refused as %s leaves the others unwritten: %o", async (code, patch) => {
  await recordTestEvent(access);
  await patchWebhook(access, { webhookId, isOn: false });
  await recordTestEvent(access);
  const before = await everything();
  const events = "events" in patch ? { ...patch.events, types: [...patch.events.types] } : undefined;
  await expect(patchWebhook(access, { ...patch, webhookId, events })).rejects.toMatchObject({ code });
  expect(await everything()).toEqual(before);
});

test("however long the rest takes, the lane is free for the relay until the end", async () => {
  await recordTestEvent(access);
  await patchWebhook(access, { webhookId, isOn: false });
  const patching = await db.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from delivery where webhook_id = ${webhookId} for update`;
    const patched = patchWebhook(access, { webhookId, url: NEW, isOn: true, held: "send" });
    await untilBlocked();
    expect(
      await tx.$queryRaw`select 1 from lane where webhook_id = ${webhookId} for update skip locked`,
    ).toHaveLength(1);
    return { patched };
  });
  await patching.patched;
  const { webhook, deliveries } = await everything();
  expect([webhook.isOn, webhook.lane?.episode, deliveries[0]?.status]).toEqual([true, 1, "waiting"]);
});

test("another project's webhook doesn't exist", async () => {
  const foreign = await createTestProject();
  for (const patch of [{}, { url: NEW }, { isOn: false }, { held: "skip" as const }])
    await expect(patchWebhook(foreign, { webhookId, ...patch })).rejects.toMatchObject({ code: "not_found" });
});
