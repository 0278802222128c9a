import { serve } from "inngest/edge";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createEngine, type Engine } from "@/inngest/engine/create-engine";
import { db } from "@/lib/db/client";
import { startBrokenSmtpServer } from "@/lib/messages/testing/smtp-servers";
import { createMessageProject, createTestMessage, readMessage } from "@/lib/messages/testing/test-message";
import { waitUntil } from "@/lib/webhooks/testing/wait-until";
import { createTestDatabase } from "@/prisma/testing/test-database";

const mailServer = await startBrokenSmtpServer({ MAIL: "hang" });
vi.stubEnv("ENCRYPTION_KEY", "an encryption key for this test only");
vi.stubEnv("LOG_LEVEL", "silent");
vi.stubEnv("EMAIL_DRIVER", "smtp");
vi.stubEnv("EMAIL_FROM", "reviews@bakery.example");
vi.stubEnv("SMTP_URL", mailServer.url);
const { url } = await createTestDatabase();

let engine: Engine;

beforeAll(async () => {
  // Loaded once the environment names the database and the mail server.
  const { functions } = await import("@/inngest/functions/all");
  const { inngest } = await import("@/inngest/client");
  engine = createEngine({ databaseUrl: url, handler: serve({ client: inngest, functions }) });
  await engine.start();
});
afterAll(async () => {
  const { closeMessageDrivers } = await import("@/lib/messages/drivers/message-drivers");
  await mailServer.close();
  await engine.stop();
  await closeMessageDrivers();
});

test("an SMS leaves while the mail server has fallen silent and more mails wait than there are places", async () => {
  const { wakeSender } = await import("@/lib/messages/sending/wake-sender");
  const project = await createMessageProject();
  const mails = await Promise.all(Array.from({ length: 14 }, () => createTestMessage(project.id)));
  await wakeSender(mails.map(({ message }) => message));
  const hanging = () => db.message.count({ where: { projectId: project.id, status: "sending" } });
  await waitUntil("every place of e-mail is taken", async () => (await hanging()) === 10);

  const sms = await createTestMessage(project.id, { channel: "sms", message: { ignoresQuietHours: true } });
  await wakeSender([sms.message]);
  await waitUntil("the SMS is sent", async () => (await readMessage(sms.id)).status === "sent");
  const gaveUp = await db.message.count({ where: { projectId: project.id, attempts: { gt: 0 } } });
  expect([await hanging(), gaveUp], "no mail has made place for it").toEqual([10, 0]);
});
