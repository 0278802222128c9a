import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { simpleParser } from "mailparser";
import { db } from "@/lib/db/client";
import { outboxDriver } from "@/lib/messages/drivers/outbox-driver";
import type { MessageDriver, OutgoingEmail } from "@/lib/messages/drivers/message-driver";
import { createSmtpDriver, SMTP_SETTINGS } from "@/lib/messages/drivers/smtp-driver";
import { SEND_TOOLS, type SendTools } from "@/lib/messages/sending/send-tools";
import { startSmtpServer } from "@/lib/messages/testing/smtp-servers";
import { queueSystemMail } from "@/lib/system-mails/queue-system-mail";
import { sendSystemMails } from "@/lib/system-mails/send-system-mails";
import { createTestDatabase } from "@/prisma/testing/test-database";
import { createTestProject } from "@/prisma/testing/test-project";

vi.stubEnv("EMAIL_FROM", "starwire@bakery.example");
await createTestDatabase();

let isBusy = false;
let smtp: Awaited<ReturnType<typeof startSmtpServer>>;
let email: MessageDriver<OutgoingEmail>;

beforeAll(async () => {
  smtp = await startSmtpServer(() => (isBusy ? { at: "RCPT", code: 451, text: "4.3.2 Busy" } : null));
  email = createSmtpDriver({ ...SMTP_SETTINGS, url: smtp.url });
});
afterAll(async () => {
  await email.close();
  await smtp.close();
});
beforeEach(async () => {
  isBusy = false;
  smtp.mails.length = 0;
  await db.systemMail.deleteMany({ where: { projectId: { not: "" } } });
});

const tools = (more: Partial<SendTools> = {}): SendTools => ({
  ...SEND_TOOLS,
  drivers: () => ({ email, sms: outboxDriver }),
  ...more,
});

async function queueMail() {
  const { projectId } = await createTestProject();
  const content = { subject: "Your webhook is failing", text: "It is.", html: "<p>It is.</p>" };
  await queueSystemMail(db, { projectId, kind: "webhook_failing", key: projectId, content });
  return db.systemMail.findFirstOrThrow({ where: { projectId } });
}

test("a mail of Starwire itself goes out once by SMTP, and makes no message and no event", async () => {
  const mail = await queueMail();
  const counts = await Promise.all(Array.from({ length: 5 }, () => sendSystemMails(tools())));
  expect(counts.reduce((sum, { sent }) => sum + sent, 0)).toBe(1);
  expect(await sendSystemMails(tools())).toEqual({ sent: 0, failed: 0, later: 0 });
  expect(smtp.mails).toHaveLength(1);
  const parsed = await simpleParser(smtp.mails[0]?.raw ?? "");
  expect(parsed).toMatchObject({
    messageId: `<${mail.id}@bakery.example>`,
    subject: "Your webhook is failing",
  });
  expect(parsed.from?.text).toBe('"Starwire" <starwire@bakery.example>');
  expect(await db.message.count()).toBe(0);
  expect(await db.event.count()).toBe(0);
});

test("an outbox keeps it", async () => {
  const { id } = await queueMail();
  await sendSystemMails(tools({ drivers: () => ({ email: outboxDriver, sms: outboxDriver }) }));
  expect(await db.systemMail.findUnique({ where: { id } })).toMatchObject({ sentAt: null, attempts: 0 });
});

test("what the server doesn't take now is tried again later", async () => {
  const { id } = await queueMail();
  isBusy = true;
  expect(await sendSystemMails(tools())).toEqual({ sent: 0, failed: 0, later: 1 });
  expect(await sendSystemMails(tools())).toEqual({ sent: 0, failed: 0, later: 0 });
  isBusy = false;
  const later = new Date(Date.now() + 61_000);
  expect(await sendSystemMails(tools({ now: () => later }))).toMatchObject({ sent: 1 });
  expect(await db.systemMail.findUnique({ where: { id } })).toMatchObject({ attempts: 1, failure: null });
});

test("what a sender held when it died isn't sent a second time", async () => {
  const { id } = await queueMail();
  await db.systemMail.update({ where: { id }, data: { sendToken: crypto.randomUUID(), dueAt: new Date() } });
  expect(await sendSystemMails(tools())).toEqual({ sent: 0, failed: 1, later: 0 });
  expect(await db.systemMail.findUnique({ where: { id } })).toMatchObject({
    failure: "unknown_after_crash",
    sentAt: null,
  });
  expect(smtp.mails).toEqual([]);
});

test("old news stays here", async () => {
  const { id } = await queueMail();
  await db.systemMail.update({ where: { id }, data: { createdAt: new Date(Date.now() - 25 * 3_600_000) } });
  expect(await sendSystemMails(tools())).toEqual({ sent: 0, failed: 0, later: 0 });
});
