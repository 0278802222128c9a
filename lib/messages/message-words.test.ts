import { describe, expect, test } from "vitest";
import { messageStateDetail, messageTemplateWords } from "@/lib/messages/message-words";

const now = new Date("2026-11-25T10:00:00Z");
const reader = { now, timeZone: "UTC" };
const later = new Date("2026-11-26T09:00:00Z");
const message = {
  status: "scheduled" as const,
  provider: null,
  failureMessage: null,
  scheduledAt: now,
  dueAt: now,
  attempts: 0,
};

describe("messageStateDetail", () => {
  test.each([
    [{}, "Leaves in a moment"],
    [{ scheduledAt: later, dueAt: later }, "Will be sent tomorrow at 9:00"],
    [{ dueAt: later }, "Will be sent tomorrow at 9:00"],
    [
      { dueAt: later, attempts: 1, failureMessage: "The mail server is busy." },
      "The mail server is busy. Next try tomorrow at 9:00",
    ],
    [{ status: "sent" as const, provider: "smtp" }, "Accepted by the mail server"],
    [{ status: "sent" as const, provider: "outbox" }, "In the Outbox"],
    [{ status: "failed" as const, failureMessage: "No such mailbox." }, "No such mailbox."],
    [
      { status: "skipped" as const, failureMessage: "The customer has unsubscribed." },
      "The customer has unsubscribed.",
    ],
    [{ status: "delivered" as const, provider: "smtp" }, null],
    [{ status: "canceled" as const }, null],
  ])("%j: %s", (change, words) => {
    expect(messageStateDetail({ ...message, ...change }, reader)).toBe(words);
  });
});

test("a message is a request or one of its reminders", () => {
  expect([1, 2, 4].map(messageTemplateWords)).toEqual(["Request", "Reminder 1", "Reminder 3"]);
});
