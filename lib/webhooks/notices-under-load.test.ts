import { afterAll, afterEach, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { closeSql, sql } from "@/lib/db/sql";
import { forgetEnv } from "@/lib/env";
import { newId } from "@/lib/ids";
import { checkHealth } from "@/lib/webhooks/check-health";
import { startTestDelivery } from "@/lib/webhooks/testing/test-delivery";
import { startTestReceiver } from "@/lib/webhooks/testing/test-receiver";
import { createTestProject, createTestWebhook } from "@/lib/webhooks/testing/test-webhook";
import { waitUntil } from "@/lib/webhooks/testing/wait-until";
import { wakeRelay } from "@/lib/webhooks/wake-relay";
import { createTestDatabase } from "@/prisma/testing/test-database";

vi.stubEnv("ENCRYPTION_KEY", "the encryption key of these tests only");
vi.stubEnv("APP_URL", "https://reviews.example.com");
vi.stubEnv("DATABASE_POOL_MAX", "20");
vi.stubEnv("WEBHOOK_NOTICE_AFTER_HOURS", "0.0002,0.0004");
vi.stubEnv("WEBHOOK_DISABLE_MIN_SPAN_HOURS", "0");
await createTestDatabase();
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});
afterAll(closeSql);

const WEBHOOKS = 20;
const DELIVERIES = 2_000;
const PATIENCE_MS = 100_000;

test(
  "four workers with 2,000 failing deliveries write each notice once to each owner and admin",
  { timeout: 240_000 },
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
    const thresholds = {
      disableAfterHours: 120,
      disableAfterHoursNeverSucceeded: 72,
      minAttempts: 10,
      minEvents: 2,
      minSpanHours: 0,
      noticeAfterHours: [0.0002, 0.0004],
    };
    const checks = new Set<Promise<unknown>>();
    const check = (webhookId: string) => {
      const checked = checkHealth(webhookId);
      checks.add(checked);
      void checked.finally(() => checks.delete(checked));
    };
    for (let worker = 1; worker <= 4; worker += 1) {
      const delivery = startTestDelivery({
        thresholds,
        delaysSeconds: Array.from({ length: 200 }, () => 0.1),
        // Inngest may deliver an event twice, and the cron function looks as well.
        onReport: (webhookId, { needsHealthCheck }) => {
          if (needsHealthCheck) for (let times = 1; times <= 3; times += 1) check(webhookId);
        },
      });
      ends.push(() => delivery.stop());
    }
    wakeRelay(project.id);
    const settled = async () => {
      while (checks.size > 0) await Promise.all(checks);
    };
    const mails = async () => {
      const sent = await db.systemMail.findMany({ where: { projectId: project.id } });
      expect(sent.filter(({ to }) => to.startsWith("manager"))).toEqual([]);
      return sent.map(({ kind }) => kind);
    };

    await waitUntil(
      "both notices of every webhook",
      async () =>
        (await db.lane.count({ where: { webhookId: { in: ids }, noticedHours: 0.0004 } })) === WEBHOOKS,
      PATIENCE_MS,
    );
    await settled();
    const notices = await mails();
    expect(notices).toHaveLength(WEBHOOKS * 2 * 2);
    expect(new Set(notices)).toEqual(new Set(["webhook_failing"]));

    await waitUntil(
      "enough failures",
      async () =>
        (await db.lane.count({
          where: { webhookId: { in: ids }, failedAttempts: { gte: 10 }, failedEvents: { gte: 2 } },
        })) === WEBHOOKS,
      PATIENCE_MS,
    );
    vi.stubEnv("WEBHOOK_DISABLE_AFTER_HOURS_NEVER_SUCCEEDED", "0");
    forgetEnv();
    thresholds.disableAfterHoursNeverSucceeded = 0;
    await waitUntil(
      "every webhook off",
      async () => (await db.webhook.count({ where: { id: { in: ids }, isOn: false } })) === WEBHOOKS,
      PATIENCE_MS,
    );
    await settled();
    const all = await mails();
    expect(all.filter((kind) => kind === "webhook_turned_off")).toHaveLength(WEBHOOKS * 2);
    expect(all.filter((kind) => kind === "webhook_failing")).toHaveLength(WEBHOOKS * 2 * 2);
    const turnedOff = { action: "webhook.turned_off", targetId: { in: ids } };
    expect(await db.auditEntry.count({ where: turnedOff })).toBe(WEBHOOKS);
  },
);
