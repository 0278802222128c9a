import { expect, test } from "vitest";
import type { Message } from "@/lib/db/generated/client";
import type { MessageReport } from "@/lib/messages/reports/report";
import { reportPatch } from "@/lib/messages/reports/report-patch";

const at = (minute: number) => new Date(Date.UTC(2026, 5, 10, 12, minute));
const NOW = at(30);

const MESSAGE: Message = {
  id: "msg_1",
  projectId: "prj_1",
  requestId: "req_1",
  customerId: "cus_1",
  sequence: 1,
  channel: "email",
  status: "sent",
  revision: 2,
  to: "jane@example.com",
  from: "Riverside Bakery",
  subject: "How was it?",
  preview: "Hi",
  segments: null,
  encoding: null,
  reviewId: null,
  scheduledAt: at(0),
  dueAt: at(0),
  ignoresQuietHours: false,
  sentAt: at(1),
  deliveredAt: null,
  openedAt: null,
  clickedAt: null,
  failedAt: null,
  complainedAt: null,
  canceledAt: null,
  failureCode: null,
  failureMessage: null,
  failureProviderCode: null,
  provider: "smtp",
  providerMessageId: null,
  rescheduledFromId: null,
  isDemo: false,
  createdAt: at(0),
  updatedAt: at(1),
  sendToken: null,
  attempts: 0,
};

const UNKNOWN: Partial<Message> = {
  status: "failed",
  sentAt: null,
  failedAt: at(2),
  failureCode: "unknown_after_crash",
};
const BOUNCED: Partial<Message> = { status: "failed", failedAt: at(2), failureCode: "bounced" };
const UNSENT: Partial<Message> = { sentAt: null };

test.each<[string, Partial<Message>, MessageReport["kind"], object | null]>([
  ["delivered", {}, "delivered", { status: "delivered", deliveredAt: at(5) }],
  ["delivered twice", { status: "delivered", deliveredAt: at(3) }, "delivered", null],
  ["sent, late", { status: "delivered", deliveredAt: at(3) }, "sent", null],
  ["bounced", {}, "bounced", { status: "failed", failedAt: at(5), failureCode: "bounced" }],
  [
    "bounced after it was delivered",
    { status: "delivered", deliveredAt: at(3) },
    "bounced",
    { status: "failed" },
  ],
  ["delivered after it bounced", BOUNCED, "delivered", null],
  ["bounced twice", BOUNCED, "bounced", null],
  [
    "complained about",
    { status: "delivered", deliveredAt: at(3) },
    "complained",
    { status: "complained", complainedAt: at(5) },
  ],
  [
    "delivered, told after the complaint",
    { status: "complained", complainedAt: at(3) },
    "delivered",
    { deliveredAt: at(5) },
  ],
  ["bounced, told after the complaint", { status: "complained", complainedAt: at(3) }, "bounced", null],
  ["opened", {}, "opened", { openedAt: at(5) }],
  ["opened again", { openedAt: at(3) }, "opened", null],
  ["opened before it was sent", { status: "scheduled", ...UNSENT }, "opened", null],
  ["delivered though never sent", { status: "scheduled", ...UNSENT }, "delivered", null],
  ["bounced though never sent", { status: "scheduled", ...UNSENT }, "bounced", null],
  ["complained about though never sent", { status: "scheduled", ...UNSENT }, "complained", null],
  ["delivered though canceled", { status: "canceled", ...UNSENT }, "delivered", null],
  ["opened though skipped", { status: "skipped", ...UNSENT }, "opened", null],
  [
    "delivered before its sender has heard",
    { status: "sending", ...UNSENT },
    "delivered",
    { status: "delivered", sentAt: at(5) },
  ],
  ["failed before its sender has heard", { status: "sending", ...UNSENT }, "failed", { status: "failed" }],
  [
    "sent after all, though its sender died",
    UNKNOWN,
    "sent",
    { status: "sent", failureCode: null, failedAt: null },
  ],
  [
    "delivered after all, though its sender died",
    UNKNOWN,
    "delivered",
    { status: "delivered", sentAt: at(5), failureCode: null },
  ],
  [
    "bounced, and its sender died",
    UNKNOWN,
    "bounced",
    { status: "failed", failedAt: at(2), failureCode: "bounced" },
  ],
  ["opened though nobody knew whether it was sent", UNKNOWN, "opened", { openedAt: at(5) }],
])("a message that was %s", (_, more, kind, expected) => {
  const report: MessageReport = { id: "1", kind, at: at(5), detail: null, failure: null };
  const patch = reportPatch({ ...MESSAGE, ...more }, report, NOW);
  if (expected === null) expect(patch).toBeNull();
  else expect(patch).toMatchObject(expected);
});

test.each([
  ["in the future", at(59), NOW],
  ["before the message", new Date(0), at(0)],
])("a time %s is brought to what is possible", (_, reported, expected) => {
  const report: MessageReport = { id: "1", kind: "opened", at: reported, detail: null, failure: null };
  expect(reportPatch(MESSAGE, report, NOW)).toEqual({ openedAt: expected });
});
