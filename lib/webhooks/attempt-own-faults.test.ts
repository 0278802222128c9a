import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { closeSql } from "@/lib/db/sql";
import { recordTestEvent } from "@/lib/webhooks/testing/test-events";
import { startTestDelivery } from "@/lib/webhooks/testing/test-delivery";
import { createTestProject, createTestWebhook } from "@/lib/webhooks/testing/test-webhook";
import { answer } from "@/lib/webhooks/testing/raw-receiver";
import { useTestBed } from "@/lib/webhooks/testing/test-bed";
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

const sendOnce = fileURLToPath(new URL("./testing/send-once.ts", import.meta.url));

describe("a fault of ours, made for real", () => {
  test("no file descriptor is left: out of resources", async () => {
    const { port, connections } = await bed.receiver((socket) => socket.write(answer("200 OK")));
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--import", "tsx", sendOnce, `http://127.0.0.1:${port}/`, "no-descriptors"],
      { env: { NODE_ENV: "test" } },
    );
    expect(stdout).toBe("out_of_resources");
    expect(connections()).toBe(0);
  });

  test("no network leads there: network down", async () => {
    // No machine has a way to this address: it is reserved, and the kernel refuses to send there.
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--import", "tsx", sendOnce, "http://255.255.255.255:9/", "anywhere"],
      { env: { NODE_ENV: "test" } },
    );
    expect(stdout).toBe("network_down");
  });
});

test("when our name server is silent, a delivery is tried again, shown as our side, and health stays as it was", async () => {
  const dns = await bed.dnsServer(() => "servfail");
  const project = await createTestProject();
  const webhook = await createTestWebhook(project.id, "https://hooks.example.com/");
  const delivery = startTestDelivery({ dnsServers: [dns.address], delaysSeconds: [0.05, 0.05, 0.05] });
  ends.push(() => delivery.stop());
  await recordTestEvent(project);
  const attempts = () =>
    db.attempt.findMany({ where: { delivery: { webhookId: webhook.id } }, orderBy: { id: "asc" } });
  // More than the schedule has: faults of ours don't use it up.
  await waitUntil("six attempts", async () => (await attempts()).length >= 6, 60_000);
  expect(
    (await attempts()).every(({ isOurFault, errorCode }) => isOurFault && errorCode === "dns_unavailable"),
  ).toBe(true);
  const {
    status,
    uncounted,
    attempts: made,
  } = await db.delivery.findFirstOrThrow({
    where: { webhookId: webhook.id },
  });
  expect(status).toBe("waiting");
  expect(uncounted).toBe(made);
  expect(await db.lane.findUnique({ where: { webhookId: webhook.id } })).toMatchObject({
    firstFailureAt: null,
    failedAttempts: 0,
    failedEvents: 0,
  });
  const [day] = await db.webhookDay.findMany({ where: { webhookId: webhook.id } });
  expect(day).toMatchObject({ delivered: 0, failed: 0 });
  expect(day?.ours).toBeGreaterThanOrEqual(6);
});
