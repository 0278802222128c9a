import { execFile, fork } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
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
import { startTestReceiver } from "@/lib/webhooks/testing/test-receiver";
import { waitUntil } from "@/lib/webhooks/testing/wait-until";
import { createTestDatabase } from "@/prisma/testing/test-database";

const KEY = "the encryption key of these tests only";
vi.stubEnv("ENCRYPTION_KEY", KEY);
const { url: databaseUrl } = await createTestDatabase();
const bed = useTestBed();
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});
afterAll(closeSql);

const sendOnce = fileURLToPath(new URL("./testing/send-once.ts", import.meta.url));
const starving = fileURLToPath(new URL("./testing/deliver-without-descriptors.ts", import.meta.url));
const UNREACHABLE = "255.255.255.255";

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

  test("no network leads there, ENETUNREACH: network down", async () => {
    // No machine has a way to this address: it is reserved, and the kernel refuses to send there.
    const socket = connect({ host: UNREACHABLE, port: 9 });
    const [error] = await once(socket, "error");
    expect(error).toMatchObject({ code: "ENETUNREACH" });
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--import", "tsx", sendOnce, `http://${UNREACHABLE}:9/`, "anywhere"],
      { env: { NODE_ENV: "test" } },
    );
    expect(stdout).toBe("network_down");
  });
});

const attemptsOf = (webhookId: string) =>
  db.attempt.findMany({ where: { delivery: { webhookId } }, orderBy: { id: "asc" } });

/** A delivery waits for its next attempt, is shown as our side, and nothing of it counts against its webhook. */
async function expectOurSide(webhookId: string, code: string): Promise<void> {
  const attempts = await attemptsOf(webhookId);
  expect(new Set(attempts.map(({ isOurFault, errorCode }) => `${errorCode} ${isOurFault}`))).toEqual(
    new Set([`${code} true`]),
  );
  const delivery = await db.delivery.findFirstOrThrow({ where: { webhookId } });
  expect(delivery).toMatchObject({ status: "waiting", uncounted: delivery.attempts, lastIsOurs: true });
  expect(delivery.lastAdvice).toBe(
    "this is on our side, doesn't count against the webhook and is tried again",
  );
  expect(await db.lane.findUnique({ where: { webhookId } })).toMatchObject({
    firstFailureAt: null,
    failedAttempts: 0,
    failedEvents: 0,
  });
  const [day] = await db.webhookDay.findMany({ where: { webhookId } });
  expect(day).toMatchObject({ delivered: 0, failed: 0 });
  expect(day?.ours).toBeGreaterThan(0);
}

type Fault = { dnsServers?: string[]; allowedNets?: string[] };
const name = "https://hooks.example.com/";

describe("a delivery is tried again, shown as our side, and health stays as it was", () => {
  test.each<[what: string, code: string, url: string, attempts: number, fault: () => Promise<Fault>]>([
    [
      // More attempts than the schedule has: faults of ours don't use it up.
      "when our name server fails (EAI_AGAIN)",
      "dns_unavailable",
      name,
      6,
      async () => ({ dnsServers: [(await bed.dnsServer(() => "servfail")).address] }),
    ],
    [
      "when our name server says nothing in time",
      "dns_unavailable",
      name,
      2,
      async () => ({ dnsServers: [(await bed.dnsServer(() => "silence")).address] }),
    ],
    [
      "when no network leads there (ENETUNREACH)",
      "network_down",
      `http://${UNREACHABLE}:9/`,
      2,
      async () => ({ allowedNets: ["0.0.0.0/0"] }),
    ],
  ])("%s", async (_what, code, url, count, fault) => {
    const project = await createTestProject();
    const webhook = await createTestWebhook(project.id, url);
    const delivery = startTestDelivery({ ...(await fault()), delaysSeconds: [0.05, 0.05, 0.05] });
    ends.push(() => delivery.stop());
    await recordTestEvent(project);
    await waitUntil("attempts", async () => (await attemptsOf(webhook.id)).length >= count, 60_000);
    await delivery.stop();
    await expectOurSide(webhook.id, code);
  });

  test("when no file descriptor is left (EMFILE), and it arrives once there are some again", async () => {
    const receiver = await startTestReceiver();
    ends.push(() => receiver.close());
    const project = await createTestProject();
    const webhook = await createTestWebhook(project.id, receiver.url);
    const child = fork(starving, {
      execArgv: ["--import", "tsx"],
      env: { NODE_ENV: "test", ENCRYPTION_KEY: KEY, DATABASE_URL: databaseUrl, DATABASE_POOL_MAX: "2" },
    });
    ends.push(async () => {
      const ended = once(child, "exit");
      child.disconnect();
      await ended;
    });
    expect(await once(child, "message")).toContain("used up");
    await recordTestEvent(project);
    await waitUntil("attempts", async () => (await attemptsOf(webhook.id)).length >= 2, 60_000);
    await expectOurSide(webhook.id, "out_of_resources");
    expect(receiver.requests).toEqual([]);
    child.send("give back");
    await waitUntil("the request", () => receiver.requests.length === 1, 60_000);
  });
});
