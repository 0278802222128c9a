import { afterAll, afterEach, expect, test, vi } from "vitest";
import { closeSql, sql } from "@/lib/db/sql";
import { WINDOW_MAX, WINDOW_START } from "@/lib/webhooks/lane/lane-pace";
import { onLocalWake } from "@/lib/webhooks/lane/local-wakes";
import { recordTestEvent } from "@/lib/webhooks/testing/test-events";
import { startTestDelivery } from "@/lib/webhooks/testing/test-delivery";
import { type Answer, startTestReceiver } from "@/lib/webhooks/testing/test-receiver";
import { createTestProject, createTestWebhook } from "@/lib/webhooks/testing/test-webhook";
import { waitUntil } from "@/lib/webhooks/testing/wait-until";
import { wakeRelay } from "@/lib/webhooks/wake-relay";
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
  return { project, webhook, ...receiver };
}

function deliver() {
  const delivery = startTestDelivery({ attemptTimeoutMs: 60_000 });
  ends.push(() => delivery.stop());
}

/** Deliveries that are due, of as many reviews. */
async function fill(projectId: string, webhookId: string, count: number, prio: number, name: string) {
  await sql(
    `with e as (
       insert into event (id, project_id, type, resource_type, resource_id, revision, body)
       select $4 || n, $1, 'review-updated', 'review', $4 || n, 1, '{}' from generate_series(1, $3::int) n
       returning id
     )
     insert into delivery (project_id, webhook_id, event_id, event_type, resource_id, revision, prio, attempts)
     select $1, $2, id, 'review-updated', id, 1, $5::int, case when $5::int = 1 then 1 else 0 end from e`,
    [projectId, webhookId, count, name, prio],
  );
}

/** Holds answers back until they are let go; those that come later are held anew. */
function gate() {
  let open = () => {};
  let opened = new Promise<void>((resolve) => (open = resolve));
  return {
    pass: () => opened,
    letGo() {
      open();
      opened = new Promise<void>((resolve) => (open = resolve));
    },
  };
}

/** Resolves when a hint about the project has been heard and the lane has had a second to look for what is new. */
function heardAndSeen(projectId: string): Promise<void> {
  return new Promise((resolve) => {
    const stop = onLocalWake(projectId, () => {
      stop();
      setTimeout(resolve, 1_000);
    });
  });
}

test("a new event goes out next, behind 10,000 replayed and 1,000 retried ones", async () => {
  const held = gate();
  const { project, webhook, requests } = await stage(async () => {
    await held.pass();
    return 200;
  });
  const inFlight = () => requests.filter(({ endedAtMs }) => endedAtMs === null).length;
  await fill(project.id, webhook.id, 10_000, 2, "replayed_");
  await fill(project.id, webhook.id, 1_000, 1, "retried_");
  deliver();
  wakeRelay(project.id);
  for (const window of [WINDOW_START, 2 * WINDOW_START]) {
    await waitUntil(`${window} in flight`, () => inFlight() >= window);
    held.letGo();
  }
  for (let round = 1; round <= 2; round += 1) {
    await waitUntil("a full window", () => inFlight() === WINDOW_MAX);
    const seen = heardAndSeen(project.id);
    const eventId = await recordTestEvent(project);
    await seen;
    const before = requests.length;
    held.letGo();
    await waitUntil("the next requests", () => requests.length >= before + WINDOW_MAX);
    const next = requests.slice(before, before + WINDOW_MAX);
    expect(next.map(({ headers }) => headers["webhook-id"])).toContain(eventId);
  }
  const ids = requests.map(({ headers }) => String(headers["webhook-id"]));
  expect(ids.some((id) => id.startsWith("retried_"))).toBe(true);
  held.letGo();
});

test("retries and replays go on while new events never end", async () => {
  const { project, webhook, requests } = await stage(() => 200);
  await fill(project.id, webhook.id, 3_000, 0, "new_");
  await fill(project.id, webhook.id, 40, 1, "tried_");
  await fill(project.id, webhook.id, 40, 2, "again_");
  deliver();
  wakeRelay(project.id);
  await waitUntil("everything", () => requests.length === 3_080, 60_000);
  const places = (name: string) =>
    requests.flatMap(({ headers }, place) => (String(headers["webhook-id"]).startsWith(name) ? [place] : []));
  expect(Math.max(...places("tried_"))).toBeLessThan(2_900);
  expect(Math.max(...places("again_"))).toBeLessThan(2_900);
});

test("a 429 stops its webhook for as long as it says, and no other", async () => {
  const busy = await stage(({ path }) =>
    path === "/" && toBusy().length === 1 ? { status: 429, headers: { "retry-after": "3" } } : 200,
  );
  const toBusy = () => busy.requests.filter(({ path }) => path === "/");
  const other = await createTestWebhook(busy.project.id, `${busy.url}/other`);
  await fill(busy.project.id, busy.webhook.id, 40, 0, "slow_");
  deliver();
  wakeRelay(busy.project.id);
  const restsUntil = async () => {
    const [lane] = await sql<{ probe_at: Date | null }>("select probe_at from lane where webhook_id = $1", [
      busy.webhook.id,
    ]);
    return lane?.probe_at ?? null;
  };
  await waitUntil("the rest", async () => (await restsUntil()) !== null);
  const until = await restsUntil();
  const begun = toBusy().length;
  expect(begun).toBeLessThan(20);
  await fill(busy.project.id, other.id, 5, 0, "other_");
  await fill(busy.project.id, busy.webhook.id, 5, 0, "fresh_");
  wakeRelay(busy.project.id);
  await waitUntil("the other webhook's", () => busy.requests.length - toBusy().length === 5);
  await waitUntil("its own afterwards", () => toBusy().length >= 46);
  const [next] = toBusy().slice(begun);
  expect(next?.atMs).toBeGreaterThanOrEqual((until?.getTime() ?? Number.POSITIVE_INFINITY) - 1);
});
