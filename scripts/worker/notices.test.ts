import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { closeSql, sql } from "@/lib/db/sql";
import { newId } from "@/lib/ids";
import { startTestReceiver } from "@/lib/webhooks/testing/test-receiver";
import { createTestProject, createTestWebhook } from "@/lib/webhooks/testing/test-webhook";
import { waitUntil } from "@/lib/webhooks/testing/wait-until";
import { createTestDatabase } from "@/prisma/testing/test-database";
import { bundleProcess } from "@/scripts/testing/bundle-process";
import { startWorkers } from "@/scripts/testing/start-workers";

const NOTICE_HOURS = [0.0002, 0.0004];
const ENVIRONMENT = {
  ENCRYPTION_KEY: "the encryption key of these tests only",
  AUTH_SECRET: "the session secret of these tests only",
  APP_URL: "https://reviews.example.com",
  WEBHOOK_ALLOWED_NETS: "127.0.0.0/8",
  WEBHOOK_RETRY_DELAYS: Array.from({ length: 200 }, () => "0.1").join(","),
  WEBHOOK_NOTICE_AFTER_HOURS: NOTICE_HOURS.join(","),
  WEBHOOK_DISABLE_MIN_SPAN_HOURS: "0",
  LOG_LEVEL: "warn",
};
for (const [name, value] of Object.entries(ENVIRONMENT)) vi.stubEnv(name, value);
const { url } = await createTestDatabase();

const WORKERS = 4;
const WEBHOOKS = 20;
const DELIVERIES = 2_000;
const PATIENCE_MS = 100_000;

let worker: Awaited<ReturnType<typeof bundleProcess>>;
const ends: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  worker = await bundleProcess("scripts/worker.ts");
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
afterAll(async () => {
  await worker.remove();
  await closeSql();
});

/** @returns ends them and expects that they went well */
async function startFour(more: Record<string, string> = {}): Promise<() => Promise<void>> {
  const workers = await startWorkers(worker.file, WORKERS, { ...ENVIRONMENT, DATABASE_URL: url, ...more });
  const end = async () => {
    workers.terminate();
    expect(await workers.ended()).toEqual([0, 0, 0, 0]);
  };
  ends.push(end);
  return end;
}

test(
  "four workers with 2,000 failing deliveries write each notice once to each owner and admin",
  { timeout: 300_000 },
  async () => {
    const project = await createTestProject();
    for (const role of ["owner", "admin", "manager"] as const) {
      const id = newId("usr");
      const member = { create: { projectId: project.id, role } };
      await db.user.create({
        data: { id, name: role, email: `${role}.${id}@example.com`, memberships: member },
      });
    }
    const receiver = await startTestReceiver(() => 500);
    ends.push(() => receiver.close());
    const ids: string[] = [];
    for (let count = 0; count < WEBHOOKS; count += 1)
      ids.push((await createTestWebhook(project.id, receiver.url)).id);
    await sql(
      `with e as (
         insert into event (id, project_id, type, resource_type, resource_id, revision, body)
         select 'evt_' || n, $1, 'review-created', 'review', 'rev_' || n, 1, '{}' from generate_series(1, $3::int) n
         returning id, resource_id
       )
       insert into delivery (project_id, webhook_id, event_id, event_type, resource_id, revision)
       select $1, w, id, 'review-created', resource_id, 1 from e, unnest($2::text[]) w`,
      [project.id, ids, DELIVERIES / WEBHOOKS],
    );
    await sql("update lane set ready_at = now() where webhook_id = any ($1)", [ids]);
    const mails = async () => {
      const sent = await db.systemMail.findMany({ where: { projectId: project.id } });
      expect(sent.filter(({ to }) => to.startsWith("manager"))).toEqual([]);
      return sent.map(({ kind }) => kind);
    };

    const endFirst = await startFour();
    await waitUntil(
      "both notices of every webhook, and failures enough",
      async () =>
        (await db.lane.count({
          where: {
            webhookId: { in: ids },
            noticedHours: NOTICE_HOURS.at(-1) ?? 0,
            failedAttempts: { gte: 10 },
            failedEvents: { gte: 2 },
          },
        })) === WEBHOOKS,
      PATIENCE_MS,
    );
    await endFirst();
    ends.splice(ends.indexOf(endFirst), 1);
    const notices = await mails();
    expect(notices).toHaveLength(WEBHOOKS * NOTICE_HOURS.length * 2);
    expect(new Set(notices)).toEqual(new Set(["webhook_failing"]));

    await startFour({ WEBHOOK_DISABLE_AFTER_HOURS_NEVER_SUCCEEDED: "0" });
    await waitUntil(
      "every webhook off",
      async () => (await db.webhook.count({ where: { id: { in: ids }, isOn: false } })) === WEBHOOKS,
      PATIENCE_MS,
    );
    for (const end of ends.splice(1)) await end();
    const all = await mails();
    expect(all.filter((kind) => kind === "webhook_turned_off")).toHaveLength(WEBHOOKS * 2);
    expect(all.filter((kind) => kind === "webhook_failing")).toHaveLength(notices.length);
    const turnedOff = { action: "webhook.turned_off", targetId: { in: ids } };
    expect(await db.auditEntry.count({ where: turnedOff })).toBe(WEBHOOKS);
  },
);
