import { describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { sendMessage } from "@/lib/messages/sending/send-message";
import { useSendTestBed } from "@/lib/messages/testing/send-test-bed";
import {
  createMessageProject,
  createTestMessage,
  eventsOf,
  readMessage,
} from "@/lib/messages/testing/test-message";
import { suppress } from "@/lib/suppressions/suppress";

const { project, tools } = await useSendTestBed();

describe("everything is looked at again when a message is due", () => {
  test("not yet: when to look again, at most five days from now", async () => {
    const dueAt = new Date(Date.now() + 30 * 86_400_000);
    const { id } = await createTestMessage(project().id, { message: { dueAt, scheduledAt: dueAt } });
    const { result, wakeAt } = await sendMessage(id, tools());
    expect(result).toBe("waiting");
    expect(new Date(wakeAt ?? 0).getTime() - Date.now()).toBeLessThanOrEqual(5 * 86_400_000);
  });

  test("rated meanwhile: canceled, with its last event", async () => {
    const { id, request, customer } = await createTestMessage(project().id);
    await db.review.create({
      data: {
        id: `rev_${id}`,
        projectId: project().id,
        requestId: request.id,
        customerId: customer.id,
        score: 4,
        status: "rated",
        origin: "email",
        ratedAt: new Date(),
      },
    });
    expect(await sendMessage(id, tools())).toMatchObject({ result: "canceled" });
    expect(await eventsOf(id)).toMatchObject([
      { type: "message-deleted", reason: "canceled_customer_rated" },
    ]);
  });

  test.each([
    ["unsubscribed", { customer: { emailUnsubscribedAt: new Date() } }],
    ["address_missing", { customer: { email: null } }],
    ["content_missing", { message: { content: {} } }],
  ] as const)("%s: skipped, and says why", async (code, options) => {
    const { id } = await createTestMessage(project().id, options);
    expect(await sendMessage(id, tools())).toMatchObject({ result: "skipped", detail: code });
    const message = await readMessage(id);
    expect(message).toMatchObject({ status: "skipped", failureCode: code, sentAt: null });
    expect(message.failureMessage).toMatch(/^\w.*\.$/);
    expect(await eventsOf(id)).toMatchObject([{ type: "message-updated", status: "skipped" }]);
  });

  test("the address was mended meanwhile: it goes to the new one, which webhooks learn", async () => {
    const { id, customer, to } = await createTestMessage(project().id);
    const email = `mended-${to}`;
    await db.customer.update({ where: { id: customer.id }, data: { email } });
    expect(await sendMessage(id, tools())).toMatchObject({ result: "sent" });
    expect((await readMessage(id)).to).toBe(email);
    expect(await eventsOf(id)).toMatchObject([{ changes: ["to"] }, { status: "sent" }]);
  });

  test("the new address is one that gets nothing: skipped", async () => {
    const { id, customer } = await createTestMessage(project().id);
    await suppress(db, { projectId: project().id, channel: "email", address: "gone@example.com" }, "bounced");
    await db.customer.update({ where: { id: customer.id }, data: { email: "gone@example.com" } });
    expect(await sendMessage(id, tools())).toMatchObject({ result: "skipped", detail: "address_bounced" });
  });

  test("suppressed for this project: skipped there, sent in another", async () => {
    const other = await createMessageProject();
    const to = "shared@example.com";
    await suppress(db, { projectId: project().id, channel: "email", address: to }, "bounced");
    const here = await createTestMessage(project().id, { to });
    const there = await createTestMessage(other.id, { to });
    expect(await sendMessage(here.id, tools())).toMatchObject({
      result: "skipped",
      detail: "address_bounced",
    });
    expect(await sendMessage(there.id, tools())).toMatchObject({ result: "sent" });
  });

  test("an SMS in quiet hours: moved to the morning of the project's wall, which webhooks learn", async () => {
    const sydney = await createMessageProject({ timezone: "Australia/Sydney" });
    const { id } = await createTestMessage(sydney.id, {
      channel: "sms",
      message: { dueAt: new Date("2026-06-10T12:00:00Z") },
    });
    const now = () => new Date("2026-06-10T12:00:00Z");
    expect(await sendMessage(id, tools({ now }))).toMatchObject({
      result: "moved out of quiet hours",
      wakeAt: "2026-06-10T23:00:00.000Z",
    });
    expect(await readMessage(id)).toMatchObject({
      status: "scheduled",
      scheduledAt: new Date("2026-06-10T23:00:00Z"),
    });
    expect(await eventsOf(id)).toMatchObject([{ type: "message-updated", changes: ["scheduled_at"] }]);
  });
});
