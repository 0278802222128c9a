import { randomUUID } from "node:crypto";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { closeSql, sql } from "@/lib/db/sql";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/ids";
import { LaneLease } from "@/lib/webhooks/lane/lane-lease";
import type { LaneReport } from "@/lib/webhooks/lane/lane-report";
import { recordTestEvent } from "@/lib/webhooks/testing/test-events";
import { startTestDelivery } from "@/lib/webhooks/testing/test-delivery";
import { type Answer, startTestReceiver } from "@/lib/webhooks/testing/test-receiver";
import { createTestProject, createTestWebhook } from "@/lib/webhooks/testing/test-webhook";
import { waitUntil } from "@/lib/webhooks/testing/wait-until";
import { createTestDatabase } from "@/prisma/testing/test-database";

vi.stubEnv("ENCRYPTION_KEY", "the encryption key of these tests only");
await createTestDatabase();

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});
afterAll(closeSql);

async function stage(answer: Answer) {
  const receiver = await startTestReceiver(answer);
  ends.push(() => receiver.close());
  const project = await createTestProject();
  const webhook = await createTestWebhook(project.id, receiver.url);
  return { project, webhook, requests: receiver.requests };
}

function deliver(options: Parameters<typeof startTestDelivery>[0] = {}) {
  const delivery = startTestDelivery(options);
  ends.push(() => delivery.stop());
}

/** An answer that is held back until it is let go. */
function gate() {
  let letGo = () => {};
  const opened = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  return { opened, letGo: () => letGo() };
}

test("hints are counted anew once a lane is handed back, so that the count has no end to reach", async () => {
  const { project, webhook } = await stage(() => 200);
  await sql("update lane set wakes = 2147483600 where webhook_id = $1", [webhook.id]);
  deliver();
  await recordTestEvent(project);
  await expect
    .poll(() =>
      db.lane.findUnique({ where: { webhookId: webhook.id }, select: { wakes: true, lastSuccessAt: true } }),
    )
    .toEqual({ wakes: 0, lastSuccessAt: expect.any(Date) });
});

test("what no hint announced is found by the sweep", async () => {
  const { project, webhook, requests } = await stage(() => 200);
  deliver({ timing: { sweepMs: 300 } });
  await recordTestEvent(project);
  await waitUntil("the lane is idle again", async () => {
    const [lane] = await sql<{ idle: boolean }>(
      "select ready_at = 'infinity' and token is null as idle from lane where webhook_id = $1",
      [webhook.id],
    );
    return requests.length === 1 && (lane?.idle ?? false);
  });
  await sql(
    `with e as (
       insert into event (id, project_id, type, resource_type, resource_id, revision, body)
       values ($3, $1, 'review-created', 'review', $4, 1, '{}') returning id)
     insert into delivery (project_id, webhook_id, event_id, event_type, resource_id, revision)
     select $1, $2, id, 'review-created', $4, 1 from e`,
    [project.id, webhook.id, newId("evt"), newId("rev")],
  );
  await waitUntil("the event that nobody told of", () => requests.length === 2);
});

test("a holder keeps its lane for as long as it works, however short the lease", async () => {
  const held = gate();
  const { project, webhook, requests } = await stage(async () => {
    await held.opened;
    return 200;
  });
  const leaseMs = 1_000;
  deliver({ timing: { leaseMs, graceMs: 100, takeoverMs: 100, sweepMs: 100 } });
  await recordTestEvent(project);
  await waitUntil("the request", () => requests.length === 1);
  const opened = await sql<{ token: string }>("select token from lane where webhook_id = $1", [webhook.id]);
  await waitUntil("three leases have passed", () => Date.now() > (requests[0]?.atMs ?? 0) + 3 * leaseMs);
  expect(await sql("select token from lane where webhook_id = $1", [webhook.id])).toEqual(opened);
  held.letGo();
  await waitUntil("the record", async () => {
    const delivery = await db.delivery.findFirst({ where: { webhookId: webhook.id } });
    return delivery?.status === "delivered" && delivery.attempts === 1;
  });
  expect(requests).toHaveLength(1);
});

/** Three events of one review, the first on the wire when another holder takes the lane over; then it is answered. */
async function loseLaneMidway(status: number) {
  const held = gate();
  const { project, webhook, requests } = await stage(async () => {
    await held.opened;
    return status;
  });
  const reports: LaneReport[] = [];
  const reviewId = newId("rev");
  for (let revision = 1; revision <= 3; revision += 1) await recordTestEvent(project, reviewId, revision);
  const settingsAgeMaxMs = 50;
  deliver({
    delaysSeconds: [0, 0, 0, 0, 0],
    timing: { settingsAgeMaxMs },
    onReport: (_, report) => reports.push(report),
  });
  await waitUntil("the request", () => requests.length === 1);
  await sql("update lane set token = $2, ready_at = now() + interval '1 hour' where webhook_id = $1", [
    webhook.id,
    randomUUID(),
  ]);
  const lostAtMs = performance.now();
  await waitUntil("it must have noticed", () => performance.now() > lostAtMs + 4 * settingsAgeMaxMs);
  held.letGo();
  await waitUntil("the holder's end", () => reports.length === 1);
  const deliveries = await db.delivery.findMany({
    where: { webhookId: webhook.id },
    orderBy: { revision: "asc" },
    select: { status: true, attempts: true, attemptList: { select: { statusCode: true } } },
  });
  return { reports, requests, deliveries };
}

const UNTOUCHED = { status: "waiting", attempts: 0, attemptList: [] };

test("a holder that lost its lane begins nothing more; what was delivered counts", async () => {
  const { reports, requests, deliveries } = await loseLaneMidway(200);
  expect(reports[0]?.result).toBe("lost");
  expect(requests).toHaveLength(1);
  const delivered = { status: "delivered", attempts: 1, attemptList: [{ statusCode: 200 }] };
  expect(deliveries).toEqual([delivered, UNTOUCHED, UNTOUCHED]);
});

test("a failure seen by a holder that lost its lane is logged and moves nothing", async () => {
  const { reports, deliveries } = await loseLaneMidway(500);
  expect(reports[0]?.result).toBe("lost");
  const logged = { ...UNTOUCHED, attemptList: [{ statusCode: 500 }] };
  expect(deliveries).toEqual([logged, UNTOUCHED, UNTOUCHED]);
});

test("a holder that slept past its lease begins nothing, before anybody has told it", () => {
  const lost = vi.fn<() => void>();
  const lease = new LaneLease(newId("whk"), randomUUID(), 12_000, performance.now() - 12_000, lost);
  ends.push(async () => lease.stop());
  expect(lease.isHeld).toBe(false);
  expect(lost).not.toHaveBeenCalled();
});
