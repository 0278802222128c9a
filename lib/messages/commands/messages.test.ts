import { beforeAll, describe, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { UNKNOWN_AFTER_CRASH } from "@/lib/messages/message-state";
import { cancelMessage } from "@/lib/messages/commands/cancel-message";
import { removeMessage } from "@/lib/messages/commands/remove-message";
import { rescheduleMessage } from "@/lib/messages/commands/reschedule-message";
import { resendMessage } from "@/lib/messages/commands/resend-message";
import { sendNow } from "@/lib/messages/commands/send-now";
import { findRatingLink } from "@/lib/rating-links/find-rating-link";
import { cancelRequest } from "@/lib/requests/commands/cancel-request";
import {
  ask,
  createMessageProject,
  eventsOf,
  historyOf,
  patchMessage,
  readMessage,
  requireNoGaps,
  settledCodes,
  tokenOf,
  useEncryptionKey,
} from "@/prisma/testing/message-fixture";
import { createTestDatabase } from "@/prisma/testing/test-database";

vi.stubEnv("APP_URL", "https://reviews.example.com");
await createTestDatabase();
beforeAll(useEncryptionKey);

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

/** One message that is to be sent tomorrow. */
async function scheduled(role: Parameters<typeof createMessageProject>[0] = "owner") {
  const access = await createMessageProject(role);
  const { messages, requestId, customerId } = await ask(access, { sendAt: inDays(1).toISOString() });
  return { access, id: messages[0]?.id ?? "", requestId, customerId };
}

const FAILED = {
  status: "failed",
  failedAt: new Date(),
  failureCode: UNKNOWN_AFTER_CRASH,
  failureMessage: "Nobody knows whether it was sent.",
} as const;

describe("cancel", () => {
  test("ends an unsent message with one event, and its link", async () => {
    const { access, id } = await scheduled();
    const token = await tokenOf(id);
    await cancelMessage(access, id);
    await cancelMessage(access, id);
    expect(await readMessage(id)).toMatchObject({ status: "canceled", revision: 2 });
    expect(await historyOf(access, id)).toEqual(["message-created scheduled", "message-deleted canceled"]);
    const last = (await eventsOf(access)).at(-1);
    expect(last?.envelope).toMatchObject({ reason: "canceled_by_user", changes: null, previous: null });
    expect(last?.data).toMatchObject({ deleted_at: expect.any(String), canceled_at: expect.any(String) });
    expect(await findRatingLink(token)).toEqual({ state: "canceled" });
  });

  test.each(["sending", "sent", "delivered"] as const)(
    "answers conflict to one that is %s",
    async (status) => {
      const { access, id } = await scheduled();
      await patchMessage(access, id, { status: "sending" });
      if (status !== "sending") await patchMessage(access, id, { status });
      await expect(cancelMessage(access, id)).rejects.toMatchObject({ code: "conflict" });
      expect((await readMessage(id)).status).toBe(status);
    },
  );

  test("ten at once make one event", async () => {
    const { access, id } = await scheduled();
    await Promise.all(Array.from({ length: 10 }, () => cancelMessage(access, id)));
    expect(await historyOf(access, id)).toEqual(["message-created scheduled", "message-deleted canceled"]);
  });

  test("and the sender's lease: one of them wins", async () => {
    for (let round = 0; round < 10; round += 1) {
      const { access, id } = await scheduled();
      const lease = db.message.updateMany({
        where: { id, status: "scheduled" },
        data: { status: "sending" },
      });
      const [leased, [canceled]] = await Promise.all([lease, settledCodes([cancelMessage(access, id)])]);
      const { status } = await readMessage(id);
      expect([leased.count, canceled, status]).toEqual(
        status === "sending" ? [1, "conflict", "sending"] : [0, "done", "canceled"],
      );
      await requireNoGaps(access);
    }
  });
});

describe("cancel the request", () => {
  test("ends all that is unsent and every link, once", async () => {
    const access = await createMessageProject("manager");
    const { requestId, messages } = await ask(access, { reminders: 3 });
    const [first, ...reminders] = messages.map(({ id }) => id);
    await patchMessage(access, first ?? "", { status: "sending" });
    await patchMessage(access, first ?? "", { status: "sent", sentAt: new Date(), provider: "outbox" });
    await Promise.all([cancelRequest(access, requestId), cancelRequest(access, requestId)]);
    expect((await readMessage(first ?? "")).status).toBe("sent");
    for (const id of reminders) {
      expect(await historyOf(access, id)).toEqual(["message-created scheduled", "message-deleted canceled"]);
    }
    expect(await findRatingLink(await tokenOf(first ?? ""))).toEqual({ state: "canceled" });
    await requireNoGaps(access);
  });

  test("answers conflict while one is being sent, and changes nothing", async () => {
    const access = await createMessageProject();
    const { requestId, messages } = await ask(access, { reminders: 1 });
    await patchMessage(access, messages[0]?.id ?? "", { status: "sending" });
    const before = await eventsOf(access);
    await expect(cancelRequest(access, requestId)).rejects.toMatchObject({ code: "conflict" });
    expect(await eventsOf(access)).toEqual(before);
    expect(await db.request.findUniqueOrThrow({ where: { id: requestId } })).toMatchObject({
      canceledAt: null,
    });
  });
});

describe("reschedule", () => {
  test("moves an unsent message with message-updated; the same time again is no event", async () => {
    const { access, id } = await scheduled("manager");
    const sendAt = inDays(3);
    expect(await rescheduleMessage(access, { id, sendAt })).toEqual({
      id,
      scheduledAt: sendAt,
      notice: null,
    });
    await rescheduleMessage(access, { id, sendAt });
    expect(await readMessage(id)).toMatchObject({ scheduledAt: sendAt, dueAt: sendAt, revision: 2 });
    const [created, updated, ...others] = await eventsOf(access);
    expect(others).toEqual([]);
    expect(updated?.envelope).toMatchObject({
      type: "message-updated",
      changes: ["scheduled_at"],
      previous: { scheduled_at: created?.data.object === "message" && created.data.scheduled_at },
    });
  });

  test("makes a new message for a canceled one, once, with a link of its own", async () => {
    const { access, id, requestId } = await scheduled();
    await cancelMessage(access, id);
    const tries = Array.from({ length: 5 }, () => rescheduleMessage(access, { id, sendAt: inDays(2) }));
    expect((await settledCodes(tries)).toSorted()).toEqual([
      ...Array.from({ length: 4 }, () => "conflict"),
      "done",
    ]);
    const successor = await db.message.findFirstOrThrow({ where: { rescheduledFromId: id } });
    expect(successor).toMatchObject({ requestId, sequence: 1, revision: 1, status: "scheduled" });
    expect((await findRatingLink(await tokenOf(successor.id))).state).toBe("open");
    expect(await historyOf(access, successor.id)).toEqual(["message-created scheduled"]);
    await requireNoGaps(access);
  });

  test("in two tabs at once leaves one time and no gap", async () => {
    const { access, id } = await scheduled();
    const times = [inDays(2), inDays(3), inDays(4)];
    await Promise.all(times.map((sendAt) => rescheduleMessage(access, { id, sendAt })));
    expect(await readMessage(id)).toMatchObject({ revision: 4 });
    await requireNoGaps(access);
  });

  test("makes no new message for a request that was canceled or rated", async () => {
    const { access, id, requestId } = await scheduled();
    await cancelRequest(access, requestId);
    await expect(rescheduleMessage(access, { id, sendAt: inDays(1) })).rejects.toThrow(/was canceled/);
  });
});

describe("send now", () => {
  test("moves an unsent message to now", async () => {
    const { access, id } = await scheduled("manager");
    await sendNow(access, id);
    const message = await readMessage(id);
    expect(message.dueAt.getTime()).toBeLessThanOrEqual(Date.now());
    expect(await historyOf(access, id)).toEqual(["message-created scheduled", "message-updated scheduled"]);
  });

  test("in quiet hours is for owners and admins", async () => {
    const access = await createMessageProject("manager");
    // Quiet at every hour but one minute, twelve hours away.
    const minute = (new Date().getUTCHours() * 60 + 720) % 1440;
    await db.messageSettings.create({
      data: { projectId: access.projectId, smsFromMinute: minute, smsUntilMinute: minute + 1 },
    });
    const { messages } = await ask(access, { channel: "sms", customer: { phone: "+14155550123" } });
    const id = messages[0]?.id ?? "";
    await expect(sendNow(access, id)).rejects.toMatchObject({ code: "forbidden" });
    await sendNow({ ...access, role: "admin" }, id);
    const message = await readMessage(id);
    expect(message.ignoresQuietHours).toBe(true);
    expect(message.dueAt.getTime()).toBeLessThanOrEqual(Date.now());
  });
});

describe("send again", () => {
  test("makes a new message for a failed one, also one that may have left, once", async () => {
    const { access, id, requestId } = await scheduled();
    await patchMessage(access, id, { status: "sending" });
    await patchMessage(access, id, FAILED);
    const codes = await settledCodes([resendMessage(access, id), resendMessage(access, id)]);
    expect(codes.toSorted()).toEqual(["conflict", "done"]);
    const successor = await db.message.findFirstOrThrow({ where: { rescheduledFromId: id } });
    expect(successor).toMatchObject({ requestId, status: "scheduled", failureCode: null, revision: 1 });
    expect(await tokenOf(successor.id)).not.toBe(await tokenOf(id));
    expect((await readMessage(id)).status).toBe("failed");
    await requireNoGaps(access);
  });

  test("is refused for one that hasn't failed, and where the customer has unsubscribed since", async () => {
    const { access, id, customerId } = await scheduled();
    await expect(resendMessage(access, id)).rejects.toMatchObject({ code: "conflict" });
    await patchMessage(access, id, { status: "sending" });
    await patchMessage(access, id, FAILED);
    await db.customer.update({ where: { id: customerId }, data: { emailUnsubscribedAt: new Date() } });
    await expect(resendMessage(access, id)).rejects.toThrow(/unsubscribed/);
    expect(await db.message.count({ where: { projectId: access.projectId } })).toBe(1);
  });
});

describe("remove", () => {
  test("records message-deleted once, whichever comes first", async () => {
    const { access, id } = await scheduled();
    await removeMessage(access, id);
    expect(await historyOf(access, id)).toEqual(["message-created scheduled", "message-deleted scheduled"]);
    expect((await eventsOf(access)).at(-1)?.envelope).toMatchObject({ reason: "deleted_by_user" });

    const other = await scheduled();
    await cancelMessage(other.access, other.id);
    await removeMessage(other.access, other.id);
    expect(await historyOf(other.access, other.id)).toEqual([
      "message-created scheduled",
      "message-deleted canceled",
    ]);
    expect(await db.message.count({ where: { id: { in: [id, other.id] } } })).toBe(0);
  });

  test("waits for nothing that is being sent", async () => {
    const { access, id } = await scheduled();
    await patchMessage(access, id, { status: "sending" });
    await expect(removeMessage(access, id)).rejects.toMatchObject({ code: "conflict" });
    expect((await readMessage(id)).status).toBe("sending");
  });
});

test("another project's message and request are not found, and stay as they are", async () => {
  const { id, requestId, access: theirs } = await scheduled();
  const mine = await createMessageProject();
  const before = await eventsOf(theirs);
  const tries = [
    cancelMessage(mine, id),
    rescheduleMessage(mine, { id, sendAt: inDays(1) }),
    sendNow(mine, id),
    resendMessage(mine, id),
    removeMessage(mine, id),
    cancelRequest(mine, requestId),
  ];
  expect(await settledCodes(tries)).toEqual(tries.map(() => "not_found"));
  expect(await eventsOf(theirs)).toEqual(before);
});
