import { expect, test } from "vitest";
import { messageTimeline } from "@/lib/messages/message-timeline";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 25, 10, minute));
const message = {
  createdAt: at(0),
  sentAt: null,
  deliveredAt: null,
  openedAt: null,
  clickedAt: null,
  failedAt: null,
  complainedAt: null,
  canceledAt: null,
  failureMessage: null,
  reports: [],
};
const what = (of: Parameters<typeof messageTimeline>[0]) => messageTimeline(of).map((entry) => entry.what);

test("stamps stand in the order of their times, whatever the order of the reports", () => {
  const told = { ...message, sentAt: at(1), deliveredAt: at(3), openedAt: at(2), clickedAt: at(4) };
  expect(what(told)).toEqual(["Made", "Sent", "Opened", "Delivered", "Link clicked"]);
});

test("the report behind a stamp is named once, a later one of its kind stands beside it", () => {
  const opened = { kind: "opened", detail: null };
  const told = {
    ...message,
    openedAt: at(2),
    reports: [
      { ...opened, at: at(2) },
      { ...opened, at: at(5) },
    ],
  };
  expect(what(told)).toEqual(["Made", "Opened", "Opened again"]);
});

test("a bounce explains the failure that it made", () => {
  const told = {
    ...message,
    failedAt: at(2),
    failureMessage: "No such mailbox.",
    reports: [{ kind: "bounced", detail: "550 5.1.1", at: at(2) }],
  };
  expect(messageTimeline(told).at(-1)).toEqual({
    at: at(2),
    what: "Failed",
    detail: "No such mailbox.",
    tone: "danger",
  });
});
