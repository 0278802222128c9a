import { expect, test } from "vitest";
import { planSending } from "@/lib/messages/send-times";

const rules = {
  timeZone: "Europe/Berlin",
  settings: { smsFromMinute: 9 * 60, smsUntilMinute: 20 * 60 },
  now: new Date("2026-03-27T17:30:00Z"),
};
const ask = { sendAt: null, reminderDays: [3, 7], ignoreQuietHours: false };
const timesOf = (channel: "email" | "sms", now = rules.now) =>
  planSending({ ...rules, channel, now }, ask).times.map((time) => time.toISOString());

test.each(["email", "sms"] as const)(
  "%s reminders leave at the request's time of day, also when the clocks are changed in between",
  (channel) => {
    expect(timesOf(channel)).toEqual([
      "2026-03-27T17:30:00.000Z",
      "2026-03-30T16:30:00.000Z",
      "2026-04-03T16:30:00.000Z",
    ]);
  },
);

test("an SMS that waits for the morning has reminders in the morning", () => {
  expect(timesOf("sms", new Date("2026-03-27T20:00:00Z"))).toEqual([
    "2026-03-28T08:00:00.000Z",
    "2026-03-31T07:00:00.000Z",
    "2026-04-04T07:00:00.000Z",
  ]);
});
