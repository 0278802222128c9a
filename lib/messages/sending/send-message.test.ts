import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import type { MessageDriver, OutgoingEmail } from "@/lib/messages/drivers/message-driver";
import { outboxDriver } from "@/lib/messages/drivers/outbox-driver";
import { createSmtpDriver, SMTP_SETTINGS } from "@/lib/messages/drivers/smtp-driver";
import { createTwilioDriver } from "@/lib/messages/drivers/twilio-driver";
import { sendMessage } from "@/lib/messages/sending/send-message";
import { SEND_TOOLS, type SendTools } from "@/lib/messages/sending/send-tools";
import { startSmtpServer } from "@/lib/messages/testing/smtp-servers";
import {
  createMessageProject,
  createTestMessage,
  eventsOf,
  readMessage,
} from "@/lib/messages/testing/test-message";
import { refuseSms, startTwilioServer, takeSms } from "@/lib/messages/testing/twilio-server";
import { findSuppression } from "@/lib/suppressions/find-suppression";
import { createTestDatabase } from "@/prisma/testing/test-database";

vi.stubEnv("ENCRYPTION_KEY", "an encryption key for this test only");
vi.stubEnv("APP_URL", "https://reviews.example.com");
vi.stubEnv("EMAIL_FROM", "reviews@bakery.example");
await createTestDatabase();

let smtp: Awaited<ReturnType<typeof startSmtpServer>>;
let email: MessageDriver<OutgoingEmail>;
let project: Awaited<ReturnType<typeof createMessageProject>>;

beforeAll(async () => {
  smtp = await startSmtpServer((address) => {
    const name = address.split("+")[0];
    if (name === "gone") return { at: "RCPT", code: 550, text: "5.1.1 No such user" };
    if (name === "later") return { at: "RCPT", code: 451, text: "4.7.1 Greylisted" };
    return null;
  });
  email = createSmtpDriver({ ...SMTP_SETTINGS, url: smtp.url });
});

afterAll(async () => {
  await email.close();
  await smtp.close();
});

beforeEach(async () => {
  project = await createMessageProject();
});

const tools = (more: Partial<SendTools> = {}): SendTools => ({
  ...SEND_TOOLS,
  drivers: () => ({ email, sms: outboxDriver }),
  ...more,
});
const inOutbox = tools({ drivers: () => ({ email: outboxDriver, sms: outboxDriver }) });
const mailsTo = (address: string) => smtp.mails.filter(({ to }) => to.includes(address));

describe("a message that is due", () => {
  test("by SMTP: sent once, its link has left, its text isn't kept", async () => {
    const { id, to } = await createTestMessage(project.id);
    expect(await sendMessage(id, tools())).toEqual({
      messageId: id,
      result: "sent",
      detail: "smtp",
      wakeAt: null,
    });
    const message = await readMessage(id);
    expect(message).toMatchObject({
      status: "sent",
      provider: "smtp",
      providerMessageId: `<${id}@bakery.example>`,
      from: "Riverside Bakery <reviews@bakery.example>",
      content: null,
      sendToken: null,
    });
    expect(message.ratingLink?.leftAt).toEqual(message.sentAt);
    expect(await eventsOf(id)).toMatchObject([
      {
        type: "message-updated",
        revision: 2,
        status: "sent",
        changes: expect.arrayContaining(["status", "sent_at", "provider"]),
      },
    ]);
    expect(await sendMessage(id, tools())).toMatchObject({ result: "nothing to do", detail: "sent" });
    expect(mailsTo(to)).toHaveLength(1);
  });

  test("by the outbox: sent as well, but its link never left and its text stays to be seen", async () => {
    const { id } = await createTestMessage(project.id);
    expect(await sendMessage(id, inOutbox)).toMatchObject({ result: "sent", detail: "outbox" });
    const message = await readMessage(id);
    expect(message).toMatchObject({
      status: "sent",
      provider: "outbox",
      providerMessageId: null,
      content: { text: "Hi Jane" },
    });
    expect(message.ratingLink?.leftAt).toBeNull();
  });

  test("of a demo customer never leaves, whatever the driver", async () => {
    const { id, to } = await createTestMessage(project.id, { message: { isDemo: true } });
    expect(await sendMessage(id, tools())).toMatchObject({ result: "sent", detail: "outbox" });
    expect(mailsTo(to)).toHaveLength(0);
  });

  test("taken up by twenty senders at once is sent once", async () => {
    const { id, to } = await createTestMessage(project.id);
    const reports = await Promise.all(Array.from({ length: 20 }, () => sendMessage(id, tools())));
    expect(reports.filter(({ result }) => result === "sent")).toHaveLength(1);
    expect(mailsTo(to)).toHaveLength(1);
    expect(await eventsOf(id)).toHaveLength(1);
  });

  test("that is gone is nothing to do", async () => {
    expect(await sendMessage("msg_unknown", tools())).toMatchObject({ result: "gone", wakeAt: null });
  });
});

describe("a message that the provider doesn't take", () => {
  test("now: tried again later, and failed after the last try; nobody is told before", async () => {
    const { id } = await createTestMessage(project.id, { to: "later+1@example.com" });
    let nowMs = Date.now();
    const patient = tools({ now: () => new Date(nowMs), retryDelaysMs: [60_000, 300_000] });
    for (const [attempts, delayMs] of [
      [1, 60_000],
      [2, 300_000],
    ] as const) {
      const report = await sendMessage(id, patient);
      expect(report).toMatchObject({ result: "will be tried again", detail: "mail_server_deferred" });
      expect(report.wakeAt).toBe(new Date(nowMs + delayMs).toISOString());
      expect(await readMessage(id)).toMatchObject({
        status: "scheduled",
        attempts,
        revision: 1,
        ratingLink: { leftAt: null },
      });
      expect(await sendMessage(id, patient)).toMatchObject({ result: "waiting" });
      nowMs += delayMs;
    }
    expect(await sendMessage(id, patient)).toMatchObject({
      result: "failed",
      detail: "mail_server_deferred",
    });
    expect(await readMessage(id)).toMatchObject({
      status: "failed",
      failureProviderCode: "451 4.7.1",
      sendToken: null,
    });
    expect(await eventsOf(id)).toMatchObject([{ revision: 2, status: "failed" }]);
  });

  test("for good: failed at once, and an address that doesn't exist isn't tried with the next message", async () => {
    const to = "gone+1@example.com";
    const { id } = await createTestMessage(project.id, { to });
    expect(await sendMessage(id, tools())).toMatchObject({
      result: "failed",
      detail: "address_unknown",
      wakeAt: null,
    });
    expect(await readMessage(id)).toMatchObject({
      status: "failed",
      failureProviderCode: "550 5.1.1",
      ratingLink: { leftAt: null },
    });
    expect(await findSuppression(db, project.id, "email", to)).toMatchObject({ reason: "bounced" });
  });

  test("since it isn't one address: failed, nothing sent to anyone", async () => {
    const { id } = await createTestMessage(project.id, { to: "a@example.com, b@example.com" });
    const before = smtp.mails.length;
    expect(await sendMessage(id, tools())).toMatchObject({ result: "failed", detail: "invalid_address" });
    expect(smtp.mails).toHaveLength(before);
  });

  test("by Twilio, since its customer has said STOP: failed and suppressed", async () => {
    const server = await startTwilioServer((request, response) =>
      request.form.get("To") === "+14155559999"
        ? refuseSms(400, 21610, "unsubscribed recipient")(request, response)
        : takeSms(request, response),
    );
    const sms = createTwilioDriver({
      apiUrl: server.url,
      accountSid: "AC1",
      authToken: "secret",
      statusCallbackUrl: (id) => `https://x.example/?message=${id}`,
    });
    const byDay = tools({ drivers: () => ({ email, sms }) });
    const stopped = await createTestMessage(project.id, {
      channel: "sms",
      to: "+14155559999",
      message: { ignoresQuietHours: true },
    });
    expect(await sendMessage(stopped.id, byDay)).toMatchObject({
      result: "failed",
      detail: "recipient_stopped",
    });
    expect(await findSuppression(db, project.id, "sms", "+14155559999")).toMatchObject({ reason: "stopped" });
    const fine = await createTestMessage(project.id, {
      channel: "sms",
      message: { ignoresQuietHours: true },
    });
    expect(await sendMessage(fine.id, byDay)).toMatchObject({ result: "sent", detail: "twilio" });
    expect(await readMessage(fine.id)).toMatchObject({
      provider: "twilio",
      providerMessageId: expect.stringMatching(/^SM/),
      content: null,
    });
    await sms.close();
    await server.close();
  });
});
