import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { startSmtpServer } from "@/lib/messages/testing/smtp-servers";
import { createMessageProject } from "@/lib/messages/testing/test-message";
import { waitUntil } from "@/lib/webhooks/testing/wait-until";
import { createTestDatabase } from "@/prisma/testing/test-database";
import { seededRandom } from "@/scripts/fault-run/seeded-random";
import { createDueMessages } from "@/scripts/send-run/due-messages";
import { AT_ONCE } from "@/scripts/send-run/send-run-settings";
import { startSendWorkers } from "@/scripts/send-run/send-workers";
import { bundleProcess } from "@/scripts/testing/bundle-process";

const ENVIRONMENT = {
  ENCRYPTION_KEY: "the encryption key of these tests only",
  APP_URL: "https://reviews.example.com",
  LOG_LEVEL: "silent",
};
for (const [name, value] of Object.entries(ENVIRONMENT)) vi.stubEnv(name, value);
const { url } = await createTestDatabase();

const MESSAGES = 500;
const KILLS = 6;
const WORKERS = 2;
const seed = Number(process.env["SEND_SEED"] ?? "1");

let worker: Awaited<ReturnType<typeof bundleProcess>>;
beforeAll(async () => {
  worker = await bundleProcess("scripts/send-run/send-worker.ts");
});
afterAll(() => worker.remove());

test(
  "500 messages through SMTP while senders are killed: none is sent twice, and each ends sent or unknown",
  { timeout: 400_000 },
  async () => {
    const random = seededRandom(seed);
    const project = await createMessageProject();
    await createDueMessages(project.id, MESSAGES);
    // Answers come late, so that a kill finds mails that were taken and not yet known to be.
    const server = await startSmtpServer(undefined, undefined, () => sleep(random() * 25));
    const workers = startSendWorkers(worker.file, WORKERS, {
      ...process.env,
      ...ENVIRONMENT,
      DATABASE_URL: url,
      EMAIL_DRIVER: "smtp",
      EMAIL_FROM: "reviews@bakery.example",
      SMTP_URL: server.url,
    });
    try {
      await workers.start();
      const moments = Array.from({ length: KILLS }, () => Math.floor(random() * MESSAGES * 0.9));
      for (const [index, moment] of moments.toSorted((a, b) => a - b).entries()) {
        await waitUntil(`${moment} mails`, () => server.mails.length >= moment, 300_000);
        await workers.kill(index % WORKERS);
      }
      const unended = () =>
        db.message.count({ where: { projectId: project.id, status: { in: ["scheduled", "sending"] } } });
      await waitUntil("every message has ended", async () => (await unended()) === 0, 300_000);
      await workers.stop();
    } finally {
      await workers.killAll();
      await server.close();
    }

    const accepted = server.mails.map(
      ({ raw }) => /^Message-ID: <(msg_\w+)@bakery\.example>/m.exec(raw)?.[1] ?? raw,
    );
    const messages = await db.message.findMany({ where: { projectId: project.id } });
    const sent = messages.filter(({ status }) => status === "sent");
    const unknown = messages.filter(({ status }) => status === "failed");
    expect(
      accepted.filter((id, index) => accepted.indexOf(id) !== index),
      "accepted twice",
    ).toEqual([]);
    expect(sent.length + unknown.length).toBe(MESSAGES);
    expect(unknown.filter(({ failureCode }) => failureCode !== "unknown_after_crash")).toEqual([]);
    expect(unknown.length).toBeLessThanOrEqual(KILLS * AT_ONCE);
    expect(
      sent.filter(({ id }) => !accepted.includes(id)),
      "sent, but never accepted",
    ).toEqual([]);
    const ids = new Set(messages.map(({ id }) => id));
    expect(accepted.filter((id) => !ids.has(id))).toEqual([]);
    const events = await db.event.groupBy({
      by: ["resourceId"],
      where: { projectId: project.id },
      _count: true,
    });
    expect(events.length, "each told webhooks of its end").toBe(MESSAGES);
    console.log(
      `seed ${seed}: ${accepted.length} accepted, ${sent.length} sent, ${unknown.length} unknown after ${KILLS} kills`,
    );
  },
);
