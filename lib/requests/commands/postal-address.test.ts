import { beforeAll, describe, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { cancelMessage } from "@/lib/messages/commands/cancel-message";
import { rescheduleMessage } from "@/lib/messages/commands/reschedule-message";
import { resendMessage } from "@/lib/messages/commands/resend-message";
import { outboxDriver } from "@/lib/messages/drivers/outbox-driver";
import { sendMessage } from "@/lib/messages/sending/send-message";
import { SEND_TOOLS } from "@/lib/messages/sending/send-tools";
import { askMany } from "@/lib/requests/commands/ask-many";
import {
  ask,
  countRows,
  createMessageProject,
  historyOf,
  readMessage,
  useEncryptionKey,
} from "@/prisma/testing/message-fixture";
import { createTestDatabase } from "@/prisma/testing/test-database";

// Mail that leaves; nobody listens there, and nothing here needs anybody to.
vi.stubEnv("EMAIL_DRIVER", "smtp");
vi.stubEnv("SMTP_URL", "smtp://127.0.0.1:1");
vi.stubEnv("EMAIL_FROM", "reviews@bakery.example");
vi.stubEnv("APP_URL", "https://reviews.example.com");
await createTestDatabase();
beforeAll(useEncryptionKey);

const MISSING = { code: "postal_address_missing" };
const accepts = { ...outboxDriver, name: "smtp", isReal: true } as const;
const tools = (email: typeof accepts | typeof outboxDriver) => ({
  ...SEND_TOOLS,
  drivers: () => ({ email, sms: outboxDriver }),
});

async function enterAddress(projectId: string): Promise<void> {
  await db.messageSettings.create({ data: { projectId, postalAddress: "12 Mill Lane\nOxford" } });
}

describe("in a project without a postal address", () => {
  test("an e-mail isn't asked for: a sentence, and nothing is written", async () => {
    const access = await createMessageProject();
    await expect(ask(access)).rejects.toMatchObject(MISSING);
    await expect(ask(access)).rejects.toThrow(/Settings > Messages/);
    expect(await countRows(access.projectId)).toEqual([0, 0, 0, 0]);
  });

  test("nor are many, as soon as one of them would get an e-mail", async () => {
    const access = await createMessageProject();
    const { customerId } = await ask(access, {
      channel: "sms",
      customer: { email: "jane@example.com", phone: "+14155550123" },
    });
    const before = await countRows(access.projectId);
    const many = { customerIds: [customerId], reminders: 0, sendAt: null };
    for (const channel of ["email", "either"] as const) {
      await expect(askMany(access, { ...many, channel })).rejects.toMatchObject(MISSING);
    }
    expect(await countRows(access.projectId)).toEqual(before);
    expect(await askMany(access, { ...many, channel: "sms" })).toMatchObject({ asked: 1 });
  });

  test("a demo customer may be asked: the mail stays here", async () => {
    const access = await createMessageProject();
    const { customerId } = await ask(access, { channel: "sms", customer: { phone: "+14155550123" } });
    const demo = { isDemo: true, email: "demo@example.com" };
    await db.customer.update({ where: { id: customerId }, data: demo });
    const { messages } = await ask(access, { customer: { id: customerId } });
    const id = messages[0]?.id ?? "";
    expect(await sendMessage(id, tools(accepts))).toMatchObject({ result: "sent", detail: "outbox" });
  });
});

test("with an address the mail carries it, in both parts", async () => {
  const access = await createMessageProject();
  await enterAddress(access.projectId);
  const { messages } = await ask(access);
  const content = await db.messageContent.findUniqueOrThrow({ where: { messageId: messages[0]?.id ?? "" } });
  expect(content.text).toContain("12 Mill Lane\nOxford");
  expect(content.html).toContain("12 Mill Lane<br/>Oxford");
  expect(await sendMessage(content.messageId, tools(accepts))).toMatchObject({ result: "sent" });
});

test("what was written without one, while mail stayed here, fails in words once mail leaves, and is mended by both", async () => {
  const { access, id } = await askWithoutAddress();
  const kept = await askWithoutAddress();
  expect(await sendMessage(kept.id, tools(outboxDriver))).toMatchObject({ result: "sent" });

  expect(await sendMessage(id, tools(accepts))).toMatchObject({ result: "failed", detail: MISSING.code });
  const message = await readMessage(id);
  expect(message).toMatchObject({ status: "failed", failureCode: MISSING.code, sentAt: null });
  expect(message.failureMessage).toMatch(/Settings > Messages, then send it again\.$/);
  expect(await historyOf(access, id)).toEqual(["message-created scheduled", "message-updated failed"]);

  await expect(resendMessage(access, id)).rejects.toMatchObject(MISSING);
  await enterAddress(access.projectId);
  const again = await resendMessage(access, id);
  expect(await sendMessage(again.id, tools(accepts))).toMatchObject({ result: "sent", detail: "smtp" });
});

test("a canceled mail isn't made anew without one", async () => {
  const { access, id } = await askWithoutAddress();
  await cancelMessage(access, id);
  const sendAt = new Date(Date.now() + 86_400_000);
  await expect(rescheduleMessage(access, { id, sendAt })).rejects.toMatchObject(MISSING);
});

/** A mail that is due, written without an address. */
async function askWithoutAddress() {
  const access = await createMessageProject();
  await enterAddress(access.projectId);
  const asked = await ask(access);
  const id = asked.messages[0]?.id ?? "";
  await db.messageSettings.deleteMany({ where: { projectId: access.projectId } });
  await db.messageContent.update({ where: { messageId: id }, data: { hasPostalAddress: false } });
  return { access, id };
}
