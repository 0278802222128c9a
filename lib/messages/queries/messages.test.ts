import { describe, expect, test } from "vitest";
import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { newId } from "@/lib/ids";
import { countMessages } from "@/lib/messages/queries/count-messages";
import { getMessage } from "@/lib/messages/queries/get-message";
import { listMessages } from "@/lib/messages/queries/list-messages";
import { messageFilters, messageListInput, type MessageFilters } from "@/lib/messages/schema";
import { createTestDatabase } from "@/prisma/testing/test-database";
import { createTestProject } from "@/prisma/testing/test-project";

await createTestDatabase();

const now = new Date();

async function addMessage(access: Access, message: Partial<Prisma.MessageUncheckedCreateInput> = {}) {
  const { projectId } = access;
  const customer = await db.customer.create({
    data: { id: newId("cus"), projectId, firstName: "Jane", lastName: "Doe" },
  });
  const request = await db.request.create({
    data: { id: newId("req"), projectId, customerId: customer.id },
  });
  return db.message.create({
    data: {
      id: newId("msg"),
      projectId,
      requestId: request.id,
      customerId: customer.id,
      sequence: 1,
      channel: "email",
      to: "jane@example.com",
      from: "reviews@example.com",
      subject: "How was it?",
      preview: "Hi Jane",
      scheduledAt: now,
      dueAt: now,
      ...message,
    },
  });
}

async function found(access: Access, filters: Partial<MessageFilters>): Promise<string[]> {
  const { messages } = await listMessages(access, messageListInput.parse(filters));
  return messages.map(({ id }) => id);
}

describe("listMessages", () => {
  test("each filter finds its messages and no others", async () => {
    const access = await createTestProject();
    const request = await addMessage(access, { status: "delivered", openedAt: now, sentAt: now });
    const reminder = await addMessage(access, {
      sequence: 2,
      channel: "sms",
      to: "+14155550123",
      subject: null,
      status: "sending",
      createdAt: new Date(now.getTime() - 8 * 86_400_000),
    });
    expect(await found(access, {})).toEqual([request.id, reminder.id]);
    expect(await found(access, { channel: "sms" })).toEqual([reminder.id]);
    expect(await found(access, { template: "request" })).toEqual([request.id]);
    expect(await found(access, { template: "reminder" })).toEqual([reminder.id]);
    expect(await found(access, { status: "scheduled" })).toEqual([reminder.id]);
    expect(await found(access, { status: "opened" })).toEqual([request.id]);
    expect(await found(access, { status: "clicked" })).toEqual([]);
    expect(await found(access, { days: 7 })).toEqual([request.id]);
    expect(await found(access, { search: "doe 4155" })).toEqual([reminder.id]);
    expect(await found(access, { search: "nobody" })).toEqual([]);
  });

  test("goes on after its page, without a gap or a repetition, also when the page's last one is gone", async () => {
    const access = await createTestProject();
    const first = await addMessage(access);
    const { id: _id, ...rest } = first;
    await db.message.createMany({
      data: Array.from({ length: 60 }, () => ({ ...rest, id: newId("msg") })),
    });
    const input = messageListInput.parse({});
    const page = await listMessages(access, input);
    await db.message.delete({ where: { id: page.messages.at(-1)?.id ?? "" } });
    const next = await listMessages(access, { ...input, cursor: page.nextCursor });
    const ids = [...page.messages, ...next.messages].map(({ id }) => id);
    expect([ids.length, new Set(ids).size, next.nextCursor]).toEqual([61, 61, null]);
  });
});

test("countMessages tells how far the messages of the other filters got", async () => {
  const access = await createTestProject();
  await addMessage(access, { status: "delivered", sentAt: now, openedAt: now, clickedAt: now });
  await addMessage(access, { status: "failed", sentAt: now, failedAt: now });
  await addMessage(access, { channel: "sms" });
  const count = (filters: Partial<MessageFilters>) => countMessages(access, messageFilters.parse(filters));
  expect(await count({})).toEqual({ sent: 2, opened: 1, clicked: 1, failed: 1 });
  expect(await count({ status: "failed" })).toEqual({ sent: 2, opened: 1, clicked: 1, failed: 1 });
  expect(await count({ channel: "sms" })).toEqual({ sent: 0, opened: 0, clicked: 0, failed: 0 });
});

test("getMessage tells of its request, its reports and the openings that saved nothing", async () => {
  const access = await createTestProject();
  const message = await addMessage(access);
  const { requestId, projectId } = message;
  await addMessage(access, { requestId, customerId: message.customerId, sequence: 2 });
  await db.messageReport.create({
    data: { id: newId("rpt"), messageId: message.id, kind: "opened", providerEventId: newId("evt"), at: now },
  });
  const link = await db.ratingLink.create({
    data: { id: newId("lnk"), projectId, requestId, tokenHash: newId("lnk"), messageId: message.id },
  });
  const open = (reasons: string[], confirmedAt: Date | null) => ({
    id: newId("int"),
    projectId,
    ratingLinkId: link.id,
    score: 3,
    reasons,
    confirmedAt,
  });
  await db.ratingIntent.createMany({
    data: [open(["bot_user_agent"], null), open(["always_confirm"], null), open(["early"], now)],
  });

  const detail = await getMessage(access, message.id);
  expect(detail.request.messages.map(({ sequence }) => sequence)).toEqual([1, 2]);
  expect(detail.reports).toMatchObject([{ kind: "opened" }]);
  expect([detail.ignoredCount, detail.unconfirmedCount]).toEqual([1, 1]);
  expect(detail.unsavedOpens).toHaveLength(2);
  expect(detail).not.toHaveProperty("content");
});

test("a foreign message is neither listed, counted nor told of", async () => {
  const mine = await createTestProject();
  const other = await createTestProject();
  const message = await addMessage(other, { sentAt: now });
  expect(await found(mine, {})).toEqual([]);
  expect((await countMessages(mine, messageFilters.parse({}))).sent).toBe(0);
  await expect(getMessage(mine, message.id)).rejects.toMatchObject({ code: "not_found" });
});
