import { afterAll, afterEach, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { closeSql } from "@/lib/db/sql";
import { deleteProject } from "@/lib/projects/commands";
import { startTestDelivery } from "@/lib/webhooks/testing/test-delivery";
import { recordTestEvent } from "@/lib/webhooks/testing/test-events";
import { startTestReceiver } from "@/lib/webhooks/testing/test-receiver";
import { createTestWebhook } from "@/lib/webhooks/testing/test-webhook";
import { waitUntil } from "@/lib/webhooks/testing/wait-until";
import { createTestDatabase } from "@/prisma/testing/test-database";
import { createTestProject } from "@/prisma/testing/test-project";

vi.stubEnv("ENCRYPTION_KEY", "the encryption key of these tests only");
await createTestDatabase();
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});
afterAll(closeSql);

test("a project deleted while its requests are on the wire ends its lane, sends nothing more and disturbs nobody", async () => {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const receiver = await startTestReceiver(async ({ path }) => {
    if (path === "/gone") await held;
    return 200;
  });
  ends.push(() => receiver.close());
  const [going, staying] = [await createTestProject("owner"), await createTestProject("owner")];
  const gone = await createTestWebhook(going.projectId, `${receiver.url}/gone`);
  const stays = await createTestWebhook(staying.projectId, `${receiver.url}/stays`);
  const served = new Map<string, string>();
  const delivery = startTestDelivery({
    timing: { leaseMs: 1_000 },
    onReport: (webhookId, { result }) => served.set(webhookId, result),
  });
  ends.push(() => delivery.stop());
  const projectOf = (projectId: string) => db.project.findUniqueOrThrow({ where: { id: projectId } });
  const toGone = () => receiver.requests.filter(({ path }) => path === "/gone").length;

  const doomed = await projectOf(going.projectId);
  for (let count = 0; count < 20; count += 1) await recordTestEvent(doomed);
  await waitUntil("requests on the wire", () => toGone() > 0);
  await deleteProject(going, { name: doomed.name });
  const begun = toGone();
  letGo();
  await waitUntil("its lane is left", () => served.has(gone.id));
  expect(toGone()).toBe(begun);
  expect(await db.delivery.count({ where: { webhookId: gone.id } })).toBe(0);

  const eventId = await recordTestEvent(await projectOf(staying.projectId));
  await waitUntil("the other project's event", async () => {
    const sent = await db.delivery.findFirst({ where: { webhookId: stays.id, eventId } });
    return sent?.status === "delivered";
  });
});
