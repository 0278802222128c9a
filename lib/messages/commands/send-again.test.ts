import { beforeAll, describe, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { UNKNOWN_AFTER_CRASH } from "@/lib/messages/message-state";
import { cancelMessage } from "@/lib/messages/commands/cancel-message";
import { rescheduleMessage } from "@/lib/messages/commands/reschedule-message";
import { resendMessage } from "@/lib/messages/commands/resend-message";
import { sendNow } from "@/lib/messages/commands/send-now";
import { findRatingLink } from "@/lib/rating-links/find-rating-link";
import { cancelRequest } from "@/lib/requests/commands/cancel-request";
import {
  ask,
  askForTomorrow,
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

const FAILED = {
  status: "failed",
  failedAt: new Date(),
  failureCode: UNKNOWN_AFTER_CRASH,
  failureMessage: "Nobody knows whether it was sent.",
} as const;

describe("reschedule", () => {
  test("moves an unsent message with message-updated; the same time again is no event", async () => {
    const { access, id } = await askForTomorrow("manager");
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
    const { access, id, requestId } = await askForTomorrow();
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
    const { access, id } = await askForTomorrow();
    const times = [inDays(2), inDays(3), inDays(4)];
    await Promise.all(times.map((sendAt) => rescheduleMessage(access, { id, sendAt })));
    expect(await readMessage(id)).toMatchObject({ revision: 4 });
    await requireNoGaps(access);
  });

  test("makes no new message for a request that was canceled or rated", async () => {
    const { access, id, requestId } = await askForTomorrow();
    await cancelRequest(access, requestId);
    await expect(rescheduleMessage(access, { id, sendAt: inDays(1) })).rejects.toThrow(/was canceled/);
  });
});

describe("send now", () => {
  test("moves an unsent message to now", async () => {
    const { access, id } = await askForTomorrow("manager");
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
    const { access, id, requestId } = await askForTomorrow();
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
    const { access, id, customerId } = await askForTomorrow();
    await expect(resendMessage(access, id)).rejects.toMatchObject({ code: "conflict" });
    await patchMessage(access, id, { status: "sending" });
    await patchMessage(access, id, FAILED);
    await db.customer.update({ where: { id: customerId }, data: { emailUnsubscribedAt: new Date() } });
    await expect(resendMessage(access, id)).rejects.toThrow(/unsubscribed/);
    expect(await db.message.count({ where: { projectId: access.projectId } })).toBe(1);
  });
});
