import { describe, expect, test } from "vitest";
import { sendTimeWords } from "@/lib/messages/send-time-words";

describe("sendTimeWords", () => {
  test.each([
    ["2026-11-25T14:02:00Z", "2026-11-25T09:00:00Z", "UTC", "today at 14:02"],
    ["2026-11-26T09:00:00Z", "2026-11-25T23:59:00Z", "UTC", "tomorrow at 9:00"],
    ["2026-11-26T08:00:00Z", "2026-11-25T23:30:00Z", "Europe/Berlin", "today at 9:00"],
    ["2026-11-28T09:00:00Z", "2026-11-25T09:00:00Z", "UTC", "on 28 Nov at 9:00"],
    ["2027-01-02T09:30:00Z", "2026-11-25T09:00:00Z", "UTC", "on 2 Jan 2027 at 9:30"],
    // The clocks go back on 25 October: that day has 25 hours.
    ["2026-10-26T08:00:00Z", "2026-10-24T22:10:00Z", "Europe/Berlin", "tomorrow at 9:00"],
    // They go forward on 29 March: the day has 23 hours.
    ["2026-03-29T07:00:00Z", "2026-03-28T22:30:00Z", "Europe/Berlin", "tomorrow at 9:00"],
    ["2026-11-25T00:05:00Z", "2026-11-25T00:00:00Z", "UTC", "today at 0:05"],
  ])("%s, read at %s in %s: %s", (at, now, timeZone, words) => {
    expect(sendTimeWords(new Date(at), { now: new Date(now), timeZone })).toBe(words);
  });
});
