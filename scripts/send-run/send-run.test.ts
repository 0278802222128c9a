import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/ids";
import { resendMessage } from "@/lib/messages/commands/resend-message";
import { UNKNOWN_AFTER_CRASH } from "@/lib/messages/message-state";
import { SEND_TOOLS } from "@/lib/messages/sending/send-tools";
import { askMany } from "@/lib/requests/commands/ask-many";
import { waitUntil } from "@/lib/webhooks/testing/wait-until";
import { createTestDatabase } from "@/prisma/testing/test-database";
import { createTestProject } from "@/prisma/testing/test-project";
import { seededRandom } from "@/scripts/fault-run/seeded-random";
import { startSendWorkers } from "@/scripts/send-run/send-workers";
import { startWatchedSmtpServer } from "@/scripts/send-run/watched-smtp-server";
import { bundleProcess } from "@/scripts/testing/bundle-process";

const MESSAGES = 500;
const KILLS = 4;
const PATIENCE_MS = 180_000;
const SWEEP_MS = 60_000;
const seed = Number(process.env["SEND_SEED"] ?? "1");
const random = seededRandom(seed);

// One for each worker, so that it is known who was handing over what.
const servers = await Promise.all([0, 1].map(() => startWatchedSmtpServer(() => 40 + random() * 120)));
const environments = servers.map(({ url }) => ({
  ENCRYPTION_KEY: "the encryption key of these tests only",
  APP_URL: "https://reviews.example.com",
  EMAIL_DRIVER: "smtp",
  EMAIL_FROM: "reviews@bakery.example",
  SMTP_URL: url,
  LOG_LEVEL: "silent",
}));
for (const [name, value] of Object.entries(environments[0] ?? {})) vi.stubEnv(name, value);
const { url: DATABASE_URL } = await createTestDatabase();

let worker: Awaited<ReturnType<typeof bundleProcess>>;
beforeAll(async () => {
  worker = await bundleProcess("scripts/worker.ts");
});
afterAll(() => worker.remove());

test(
  "500 mails while workers are killed: the mail server takes none twice, and each ends sent, or unknown and to be sent again",
  { timeout: 400_000 },
  async () => {
    const access = await createTestProject("owner");
    const workers = startSendWorkers(
      worker.file,
      environments.map((own) => ({ ...own, DATABASE_URL })),
    );
    /** What was on the wire of a killed worker, or had not yet reached one. */
    const interrupted = new Set<string>();
    let inDataAtKills = 0;
    try {
      await Promise.all([workers.start(0), workers.start(1)]);
      await askAll(access);
      const moments = Array.from({ length: KILLS }, () => Math.floor(random() * MESSAGES * 0.8));
      let restarted: Promise<unknown> = Promise.resolve();
      for (const [index, moment] of moments.toSorted((a, b) => a - b).entries()) {
        await restarted;
        await waitUntil(`${moment} mails`, () => takenByAll().length >= moment, PATIENCE_MS);
        const [victim, other] = index % 2 === 0 ? [0, 1] : [1, 0];
        workers.freeze();
        await waitUntil("the database has done what it was told", isDatabaseIdle);
        const ofOther = new Set([...(servers[other]?.taken ?? []), ...(servers[other]?.inData ?? [])]);
        for (const id of await idsOf(access, "sending")) if (!ofOther.has(id)) interrupted.add(id);
        inDataAtKills += servers[victim]?.inData.size ?? 0;
        await workers.kill(victim);
        workers.goOn();
        restarted = workers.start(victim);
      }
      await restarted;
      const isOver = async () =>
        (await idsOf(access, "scheduled")).length === 0 &&
        (await idsOf(access, "sending")).every((id) => interrupted.has(id));
      await waitUntil("the living have sent the rest", isOver, PATIENCE_MS);

      const left = await db.message.findMany({ where: { projectId: access.projectId, status: "sending" } });
      expect(SEND_TOOLS.leaseMs + SWEEP_MS, "none stays sending over 5 minutes").toBeLessThan(300_000);
      const latest = Date.now() + SEND_TOOLS.leaseMs;
      expect(left.filter(({ dueAt }) => dueAt.getTime() > latest)).toEqual([]);
      // The rest of the lease passes at once, since nobody is left who could use it.
      await db.message.updateMany({
        where: { id: { in: left.map(({ id }) => id) } },
        data: { dueAt: new Date() },
      });
      await workers.stop(0);
      await workers.start(0);
      await waitUntil("none is being sent", async () => (await idsOf(access, "sending")).length === 0);

      const messages = await db.message.findMany({ where: { projectId: access.projectId } });
      const sent = messages.filter(({ status }) => status === "sent").map(({ id }) => id);
      const unknown = messages.filter(({ failureCode }) => failureCode === UNKNOWN_AFTER_CRASH);
      expect(twice(takenByAll()), "taken twice").toEqual([]);
      expect(sent.length + unknown.length, "each ended").toBe(MESSAGES);
      expect(unknown.every(({ status }) => status === "failed")).toBe(true);
      expect(
        sent.filter((id) => !takenByAll().includes(id)),
        "sent, but never taken",
      ).toEqual([]);
      expect(
        unknown.filter(({ id }) => !interrupted.has(id)),
        "unknown, and on no killed worker's wire",
      ).toEqual([]);
      expect(unknown.length, "the kills found mails on their way").toBeGreaterThan(0);
      expect(await endsOf(access), "each told webhooks of its end").toBe(MESSAGES);

      const again = await Promise.all(unknown.slice(0, 3).map(({ id }) => resendMessage(access, id)));
      const haveLeft = async () => {
        const ids = await idsOf(access, "sent");
        return again.every(({ id }) => ids.includes(id));
      };
      await waitUntil("what was sent again has left", haveLeft, PATIENCE_MS);
      expect(twice(takenByAll()), "taken twice").toEqual([]);
      const takenUnknown = unknown.filter(({ id }) => takenByAll().includes(id)).length;
      console.log(
        `send run, seed ${seed}: ${MESSAGES} mails, ${KILLS} kills, ${sent.length} sent, ${unknown.length} unknown ` +
          `(${interrupted.size} in flight at the kills, ${inDataAtKills} of them in DATA; the mail server had taken ${takenUnknown})`,
      );
    } finally {
      await workers.killAll();
      await Promise.all(servers.map((server) => server.close()));
    }
  },
);

function takenByAll(): string[] {
  return servers.flatMap(({ taken }) => taken);
}

function twice(ids: string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

/** One ask of many customers at once, as somebody makes it from the list. */
async function askAll(access: Access): Promise<void> {
  const { projectId } = access;
  await db.messageSettings.create({ data: { projectId, postalAddress: "12 Mill Lane" } });
  const customers = Array.from({ length: MESSAGES }, (_, index) => ({
    id: newId("cus"),
    projectId,
    firstName: "Jane",
    email: `customer${index}@example.com`,
  }));
  await db.customer.createMany({ data: customers });
  const customerIds = customers.map(({ id }) => id);
  await askMany(access, { customerIds, channel: "email", sendAt: null, reminders: 0 });
}

async function idsOf({ projectId }: Access, status: "scheduled" | "sending" | "sent"): Promise<string[]> {
  const messages = await db.message.findMany({ where: { projectId, status }, select: { id: true } });
  return messages.map(({ id }) => id);
}

/** How many messages have told of their end. */
async function endsOf({ projectId }: Access): Promise<number> {
  const events = await db.event.groupBy({
    by: ["resourceId"],
    where: { projectId, type: "message-updated" },
  });
  return events.length;
}

/** What waits for a lock waits for somebody who is frozen as well. */
async function isDatabaseIdle(): Promise<boolean> {
  const [row] = await db.$queryRaw<{ active: bigint }[]>`
    select count(*) as active from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and state = 'active' and wait_event_type is distinct from 'Lock'`;
  return row?.active === 0n;
}
