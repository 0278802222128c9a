import { beforeAll, describe, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { hashLinkToken } from "@/lib/rating-links/link-token";
import {
  ask,
  countRows,
  createMessageProject,
  eventsOf,
  readMessage,
  requireNoGaps,
  tokenOf,
  useEncryptionKey,
} from "@/prisma/testing/message-fixture";
import { createTestDatabase } from "@/prisma/testing/test-database";

vi.stubEnv("APP_URL", "https://reviews.example.com");
await createTestDatabase();
beforeAll(useEncryptionKey);

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);

describe("one ask", () => {
  test("stores customer, request, all messages, their links and content, and tells of each message once", async () => {
    const access = await createMessageProject("manager");
    const asked = await ask(access, {
      customer: { firstName: "Jane", email: "Jane@Example.com", externalId: "C-1" },
      reminders: 3,
    });
    expect(asked.notice).toBeNull();
    const customer = await db.customer.findUniqueOrThrow({ where: { id: asked.customerId } });
    expect(customer).toMatchObject({ firstName: "Jane", email: "jane@example.com", externalId: "C-1" });
    const request = await db.request.findUniqueOrThrow({ where: { id: asked.requestId } });
    expect(request).toMatchObject({ customerId: customer.id, createdById: access.userId, canceledAt: null });

    const messages = await db.message.findMany({
      where: { requestId: request.id },
      orderBy: { sequence: "asc" },
      include: { ratingLink: true, content: true },
    });
    expect(messages.map(({ id }) => id)).toEqual(asked.messages.map(({ id }) => id));
    const [first] = messages;
    const startMs = first?.scheduledAt.getTime() ?? 0;
    expect(messages.map(({ scheduledAt }) => (scheduledAt.getTime() - startMs) / DAY_MS)).toEqual([
      0, 3, 7, 14,
    ]);
    for (const message of messages) {
      expect(message).toMatchObject({
        status: "scheduled",
        revision: 1,
        to: "jane@example.com",
        channel: "email",
      });
      expect(message.dueAt).toEqual(message.scheduledAt);
      expect(message.ratingLink).toMatchObject({ channel: "email", leftAt: null, requestId: request.id });
      expect(message.ratingLink?.tokenHash).toBe(hashLinkToken(await tokenOf(message.id)));
    }
    expect(new Set(messages.map(({ ratingLink }) => ratingLink?.tokenHash)).size).toBe(4);

    const events = await eventsOf(access);
    expect(events.map(({ type, revision, deliveries }) => [type, revision, deliveries])).toEqual(
      Array.from({ length: 4 }, () => ["message-created", 1, 1]),
    );
    expect(events.map(({ data }) => (data.object === "message" ? data.template : null))).toEqual(
      expect.arrayContaining(["request", "reminder-1", "reminder-2", "reminder-3"]),
    );
    expect(events[0]?.envelope).toMatchObject({ changes: null, previous: null, reason: null, test: false });
    expect(events[0]?.data).toMatchObject({ status: "scheduled", customer: { external_id: "C-1" } });
    const bodies = JSON.stringify(events.map(({ envelope }) => envelope));
    for (const { id } of messages) expect(bodies).not.toContain(await tokenOf(id));
  });

  test("for later keeps its time and counts its reminders from there", async () => {
    const access = await createMessageProject();
    const sendAt = inDays(2);
    const { messages } = await ask(access, { sendAt: sendAt.toISOString(), reminders: 1 });
    expect(messages.map(({ scheduledAt }) => scheduledAt)).toEqual([
      sendAt,
      new Date(sendAt.getTime() + 3 * DAY_MS),
    ]);
  });

  test("lets links end so many days after they are to leave", async () => {
    const access = await createMessageProject();
    await db.reviewPage.create({ data: { projectId: access.projectId, linkExpiryDays: 7 } });
    const { messages } = await ask(access, { reminders: 1 });
    for (const { id, scheduledAt } of messages) {
      const link = await db.ratingLink.findUniqueOrThrow({ where: { messageId: id } });
      expect(link.expiresAt).toEqual(new Date(scheduledAt.getTime() + 7 * DAY_MS));
    }
  });
});

describe("the customer", () => {
  test("is found again by own id, then e-mail, then phone; given fields change, empty ones erase nothing", async () => {
    const access = await createMessageProject();
    const first = await ask(access, {
      customer: { externalId: "C-1", firstName: "Jane", email: "jane@example.com", tags: ["vip"] },
    });
    const again = [
      await ask(access, { customer: { externalId: "C-1", email: "jane@new.example.com" } }),
      await ask(access, { customer: { email: "JANE@new.example.com", phone: "(415) 555-0123" } }),
      await ask(access, { customer: { phone: "+1 415 555 0123", lastName: "Doe" } }),
    ];
    expect(again.map(({ customerId }) => customerId)).toEqual(Array(3).fill(first.customerId));
    expect(await db.customer.findMany({ where: { projectId: access.projectId } })).toMatchObject([
      {
        externalId: "C-1",
        firstName: "Jane",
        lastName: "Doe",
        email: "jane@new.example.com",
        phone: "+14155550123",
        tags: ["vip"],
      },
    ]);
  });

  test("of twenty asks at once with one new e-mail is one", async () => {
    const access = await createMessageProject();
    const asks = Array.from({ length: 20 }, (_, index) =>
      ask(access, { customer: { firstName: `Jane ${index}`, email: "jane@example.com" }, reminders: 1 }),
    );
    const asked = await Promise.all(asks);
    expect(new Set(asked.map(({ customerId }) => customerId)).size).toBe(1);
    expect(await db.customer.count({ where: { projectId: access.projectId } })).toBe(1);
    expect(await db.request.count({ where: { projectId: access.projectId } })).toBe(20);
    expect(await eventsOf(access)).toHaveLength(40);
  });

  test.each([
    ["e-mail", { externalId: "C-2", email: "jane@example.com" }, "customer.email"],
    ["phone", { externalId: "C-2", phone: "+14155550123", email: "joe@example.com" }, "customer.phone"],
    ["other's e-mail", { externalId: "C-9", email: "jane@example.com" }, "customer.email"],
  ])(
    "with somebody else's %s is refused at its field, and nothing is written",
    async (_what, customer, field) => {
      const access = await createMessageProject();
      await ask(access, {
        customer: { externalId: "C-1", email: "jane@example.com", phone: "+14155550123" },
      });
      await ask(access, { customer: { externalId: "C-9", email: "other@example.com" } });
      const before = await countRows(access.projectId);
      await expect(ask(access, { customer })).rejects.toMatchObject({ code: "conflict", field });
      expect(await countRows(access.projectId)).toEqual(before);
    },
  );

  test("of another project answers like an unknown one", async () => {
    const mine = await createMessageProject();
    const other = await createMessageProject();
    const { customerId } = await ask(other);
    for (const id of [customerId, "cus_unknown"]) {
      await expect(ask(mine, { customer: { id } })).rejects.toMatchObject({ code: "not_found" });
    }
    expect(await countRows(mine.projectId)).toEqual([0, 0, 0, 0]);
  });

  test("by id is asked where they are reached", async () => {
    const access = await createMessageProject();
    const { customerId } = await ask(access, { customer: { email: "jane@example.com" } });
    const { messages } = await ask(access, { customer: { id: customerId } });
    expect(await readMessage(messages[0]?.id ?? "")).toMatchObject({ to: "jane@example.com" });
  });
});

test("a webhook that is off misses the events, and one that chose others gets none", async () => {
  const access = await createMessageProject();
  await db.webhook.updateMany({
    where: { projectId: access.projectId },
    data: { isOn: false, offSince: new Date() },
  });
  await db.webhook.create({
    data: {
      id: "whk_reviews",
      projectId: access.projectId,
      url: "https://example.com/",
      allEventTypes: false,
      eventTypes: ["review-created"],
    },
  });
  await ask(access, { reminders: 2 });
  const events = await db.event.findMany({ where: { projectId: access.projectId } });
  expect(events.map(({ missedBy }) => missedBy.length)).toEqual([1, 1, 1]);
  expect(await db.delivery.count({ where: { projectId: access.projectId } })).toBe(0);
  await requireNoGaps(access);
});
