import { beforeAll, describe, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { askInput } from "@/lib/requests/schema";
import { suppress } from "@/lib/suppressions/suppress";
import {
  ask,
  countRows,
  createMessageProject,
  readMessage,
  useEncryptionKey,
} from "@/prisma/testing/message-fixture";
import { createTestDatabase } from "@/prisma/testing/test-database";

vi.stubEnv("APP_URL", "https://reviews.example.com");
await createTestDatabase();
beforeAll(useEncryptionKey);

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);

describe("is refused in a sentence, and nothing is written", () => {
  test.each([
    ["email", { phone: "+14155550123" }, "This customer has no e-mail address.", "customer.email"],
    ["sms", { email: "jane@example.com" }, "This customer has no phone number.", "customer.phone"],
    ["sms", { phone: "12" }, "This isn't a phone number, for example +14155550123.", "customer.phone"],
  ] as const)("%s to %j", async (channel, customer, sentence, field) => {
    const access = await createMessageProject();
    await expect(ask(access, { channel, customer })).rejects.toMatchObject({ message: sentence, field });
    expect(await countRows(access.projectId)).toEqual([0, 0, 0, 0]);
  });

  test.each([
    ["unsubscribed", /unsubscribed from e-mails/],
    ["bounced", /can't be delivered/],
    ["complained", /as spam/],
    ["stopped", /answered STOP/],
  ] as const)("to an address that is suppressed (%s)", async (reason, sentence) => {
    const access = await createMessageProject();
    await suppress(
      db,
      { projectId: access.projectId, channel: "email", address: "jane@example.com" },
      reason,
    );
    const asking = ask(access, { customer: { email: "jane@example.com" } });
    await expect(asking).rejects.toMatchObject({ code: "conflict", field: "channel" });
    await expect(asking).rejects.toThrow(sentence);
    expect(await countRows(access.projectId)).toEqual([0, 0, 0, 0]);
  });

  test("to a customer who has unsubscribed, on that channel only", async () => {
    const access = await createMessageProject();
    const { customerId } = await ask(access, {
      customer: { email: "jane@example.com", phone: "+14155550123" },
    });
    await db.customer.update({ where: { id: customerId }, data: { emailUnsubscribedAt: new Date() } });
    const before = await countRows(access.projectId);
    await expect(ask(access, { customer: { id: customerId } })).rejects.toThrow(/unsubscribed from e-mails/);
    expect(await countRows(access.projectId)).toEqual(before);
    await ask(access, { channel: "sms", customer: { id: customerId } });
  });

  test.each([
    [new Date(Date.now() - 61_000), /has passed/],
    [inDays(367), /within a year/],
  ])("for %s", async (sendAt, sentence) => {
    const access = await createMessageProject();
    const asking = ask(access, { sendAt: sendAt.toISOString() });
    await expect(asking).rejects.toMatchObject({ code: "invalid", field: "sendAt" });
    await expect(asking).rejects.toThrow(sentence);
    expect(await countRows(access.projectId)).toEqual([0, 0, 0, 0]);
  });

  test.each([
    [{ customer: { firstName: "Jane", email: "not an address" } }, "customer.email", /e-mail address/],
    [{ customer: { firstName: "x".repeat(201), email: "a@example.com" } }, "customer.firstName", /200/],
    [{ customer: { firstName: "Jane" }, reminders: 4 }, "reminders", /3 reminders/],
    [{ customer: { firstName: "Jane" }, sendAt: "soon" }, "sendAt", /date and time/],
    [{ customer: { firstName: "Jane" }, channel: "fax" }, "channel", /e-mail or SMS/],
  ])("when the form is %j", (form, field, sentence) => {
    const [issue] = askInput.safeParse({ channel: "email", ...form }).error?.issues ?? [];
    expect(issue?.path.join(".")).toBe(field);
    expect(issue?.message).toMatch(sentence);
  });
});

describe("an SMS in quiet hours", () => {
  const phone = { phone: "+14155550123" };

  /** A project whose clock shows a time outside of 9:00 to 20:00 now. */
  async function quietProject(role: Parameters<typeof createMessageProject>[0] = "owner") {
    const access = await createMessageProject(role);
    const hour = new Date().getUTCHours();
    const shift = (hour + 24 - 3) % 24;
    // Etc/GMT+5 is five hours behind UTC.
    const timezone = shift <= 12 ? `Etc/GMT+${shift}` : `Etc/GMT-${24 - shift}`;
    await db.project.update({ where: { id: access.projectId }, data: { timezone } });
    return access;
  }

  test("waits for their end, and says so", async () => {
    const access = await quietProject("manager");
    const { messages, notice } = await ask(access, { channel: "sms", customer: phone, reminders: 1 });
    expect(notice).toBe("Will be sent today at 9:00.");
    const [first, second] = await Promise.all(messages.map(({ id }) => readMessage(id)));
    expect(first?.scheduledAt.getTime()).toBeGreaterThan(Date.now());
    expect(first).toMatchObject({ ignoresQuietHours: false });
    expect((second?.scheduledAt.getTime() ?? 0) - (first?.scheduledAt.getTime() ?? 0)).toBe(3 * DAY_MS);
  });

  test("goes at once where an owner says so; its reminders wait", async () => {
    const access = await quietProject();
    const asked = await ask(access, {
      channel: "sms",
      customer: phone,
      reminders: 1,
      ignoreQuietHours: true,
    });
    expect(asked.notice).toBeNull();
    const [first, second] = await Promise.all(asked.messages.map(({ id }) => readMessage(id)));
    expect(first?.scheduledAt.getTime()).toBeLessThanOrEqual(Date.now());
    expect([first?.ignoresQuietHours, second?.ignoresQuietHours]).toEqual([true, false]);
  });

  test("can't be hurried by a manager", async () => {
    const access = await quietProject("manager");
    const asking = ask(access, { channel: "sms", customer: phone, ignoreQuietHours: true });
    await expect(asking).rejects.toMatchObject({ code: "forbidden" });
    expect(await countRows(access.projectId)).toEqual([0, 0, 0, 0]);
  });

  test("an e-mail doesn't wait", async () => {
    const { notice, messages } = await ask(await quietProject());
    expect(notice).toBeNull();
    expect(messages[0]?.scheduledAt.getTime()).toBeLessThanOrEqual(Date.now());
  });
});
