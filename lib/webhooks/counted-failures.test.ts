import { afterAll, afterEach, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { closeSql } from "@/lib/db/sql";
import { answer, startRawReceiver } from "@/lib/webhooks/testing/raw-receiver";
import { useTestBed } from "@/lib/webhooks/testing/test-bed";
import { startTestDelivery } from "@/lib/webhooks/testing/test-delivery";
import { recordTestEvent } from "@/lib/webhooks/testing/test-events";
import { createTestProject, createTestWebhook } from "@/lib/webhooks/testing/test-webhook";
import { waitUntil } from "@/lib/webhooks/testing/wait-until";
import { createTestDatabase } from "@/prisma/testing/test-database";

vi.stubEnv("ENCRYPTION_KEY", "the encryption key of these tests only");
await createTestDatabase();
const bed = useTestBed();
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});
afterAll(closeSql);

type Target = { url: string; dnsServers?: string[] };

async function nobody(): Promise<Target> {
  const gone = await startRawReceiver(() => {});
  await gone.close();
  return { url: `http://127.0.0.1:${gone.port}/` };
}

async function receiver(...args: Parameters<typeof bed.receiver>): Promise<Target> {
  const { port } = await bed.receiver(...args);
  return { url: `${args[1]?.tls ? "https" : "http"}://127.0.0.1:${port}/` };
}

test.each<[what: string, code: string, target: () => Promise<Target>]>([
  [
    "the name doesn't exist (ENOTFOUND)",
    "dns_not_found",
    async () => ({
      url: "https://hooks.example.com/",
      dnsServers: [(await bed.dnsServer(() => "nxdomain")).address],
    }),
  ],
  ["nobody listens", "connection_refused", nobody],
  ["the connection is reset", "connection_lost", () => receiver((socket) => socket.resetAndDestroy())],
  [
    "the certificate is of an unknown authority",
    "tls_incomplete_chain",
    async () => receiver(() => {}, { tls: await bed.authority().issue() }),
  ],
  ["the receiver says nothing in time", "no_answer", () => receiver(() => {})],
  [
    "it redirects",
    "redirected",
    () => receiver((to) => to.write(answer("302 Found", { location: "https://b.example/" }))),
  ],
  ["it answers 404", "http_status", () => receiver((to) => to.write(answer("404 Not Found")))],
  ["it answers 500", "http_status", () => receiver((to) => to.write(answer("500 Oops")))],
])("a failure of the receiver counts against its webhook: %s", async (_what, code, target) => {
  const { url, dnsServers } = await target();
  const project = await createTestProject();
  const webhook = await createTestWebhook(project.id, url);
  const delivery = startTestDelivery({
    ...(dnsServers ? { dnsServers } : {}),
    // Short only where it is waited for: a busy machine takes its time for the others.
    attemptTimeoutMs: code === "no_answer" ? 500 : 15_000,
    delaysSeconds: [3_600],
  });
  ends.push(() => delivery.stop());
  await recordTestEvent(project);
  const readLane = () => db.lane.findUniqueOrThrow({ where: { webhookId: webhook.id } });
  await waitUntil("it is counted", async () => (await readLane()).failedAttempts > 0);
  expect(await readLane()).toMatchObject({
    failedAttempts: 1,
    failedEvents: 1,
    firstFailureAt: expect.any(Date),
  });
  const attempts = await db.attempt.findMany({ where: { delivery: { webhookId: webhook.id } } });
  expect(attempts).toMatchObject([{ errorCode: code, isOurFault: false }]);
  const day = await db.webhookDay.findFirst({ where: { webhookId: webhook.id } });
  expect(day).toMatchObject({ failed: 1, ours: 0 });
});
