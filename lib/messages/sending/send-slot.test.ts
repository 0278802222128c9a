import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nextSendSlot } from "@/lib/messages/sending/send-slot";
import { TEST_SEED } from "@/prisma/testing/test-seed";

const NINE_TO_EIGHT = { fromMinute: 9 * 60, untilMinute: 20 * 60 };
const slot = (at: string, window: { fromMinute: number; untilMinute: number }, timeZone: string) =>
  nextSendSlot(new Date(at), window, timeZone).toISOString();

describe("the SMS of a project leave between the minutes it has chosen, by the clock on its own wall", () => {
  test.each([
    ["inside: at once, to the millisecond", "2026-06-10T12:34:56.789Z", "UTC", "2026-06-10T12:34:56.789Z"],
    ["the first minute is inside", "2026-06-10T09:00:00.000Z", "UTC", "2026-06-10T09:00:00.000Z"],
    ["the last is not", "2026-06-10T20:00:00.000Z", "UTC", "2026-06-11T09:00:00.000Z"],
    ["one millisecond before the end is", "2026-06-10T19:59:59.999Z", "UTC", "2026-06-10T19:59:59.999Z"],
    ["early: the same day", "2026-06-10T03:00:00.000Z", "UTC", "2026-06-10T09:00:00.000Z"],
    ["over the end of the year", "2026-12-31T23:30:00.000Z", "UTC", "2027-01-01T09:00:00.000Z"],
    ["Kolkata is 5:30 ahead", "2026-06-10T20:00:00.000Z", "Asia/Kolkata", "2026-06-11T03:30:00.000Z"],
    ["Kathmandu is 5:45 ahead", "2026-06-10T20:00:00.000Z", "Asia/Kathmandu", "2026-06-11T03:15:00.000Z"],
    ["New York in winter", "2026-01-10T03:00:00.000Z", "America/New_York", "2026-01-10T14:00:00.000Z"],
    ["New York in summer", "2026-07-10T03:00:00.000Z", "America/New_York", "2026-07-10T13:00:00.000Z"],
    // 8 Mar 2026, 2:00 → 3:00: the night is an hour shorter.
    [
      "the night of the leap forward",
      "2026-03-08T02:00:00.000Z",
      "America/New_York",
      "2026-03-08T13:00:00.000Z",
    ],
    // 1 Nov 2026, 2:00 → 1:00: the night is an hour longer.
    [
      "the night of the leap back",
      "2026-11-01T01:30:00.000Z",
      "America/New_York",
      "2026-11-01T14:00:00.000Z",
    ],
    // Lord Howe leaps half an hour: +11:00 in summer, +10:30 in winter (5 Apr and 4 Oct 2026).
    [
      "Lord Howe goes back half an hour",
      "2026-04-04T12:00:00.000Z",
      "Australia/Lord_Howe",
      "2026-04-04T22:30:00.000Z",
    ],
    [
      "Lord Howe goes on half an hour",
      "2026-10-03T12:00:00.000Z",
      "Australia/Lord_Howe",
      "2026-10-03T22:00:00.000Z",
    ],
    // Samoa left out 30 Dec 2011 altogether.
    ["a day that never was", "2011-12-30T09:59:00.000Z", "Pacific/Apia", "2011-12-30T19:00:00.000Z"],
  ])("%s", (_, at, timeZone, expected) => {
    expect(slot(at, NINE_TO_EIGHT, timeZone)).toBe(expected);
  });

  test.each([
    ["over midnight, late: at once", "2026-06-10T23:00:00.000Z", 22, 6, "2026-06-10T23:00:00.000Z"],
    ["over midnight, early: at once", "2026-06-10T05:59:00.000Z", 22, 6, "2026-06-10T05:59:00.000Z"],
    ["over midnight, at day: in the evening", "2026-06-10T06:00:00.000Z", 22, 6, "2026-06-10T22:00:00.000Z"],
    ["until midnight", "2026-06-11T00:00:00.000Z", 9, 24, "2026-06-11T09:00:00.000Z"],
    ["from midnight", "2026-06-10T20:00:00.000Z", 0, 9, "2026-06-11T00:00:00.000Z"],
    ["the whole day", "2026-06-10T03:00:00.000Z", 0, 24, "2026-06-10T03:00:00.000Z"],
    ["begins where it ends: no quiet hours", "2026-06-10T03:00:00.000Z", 9, 9, "2026-06-10T03:00:00.000Z"],
    ["nothing between", "2026-06-10T03:00:00.000Z", 0, 0, "2026-06-10T03:00:00.000Z"],
  ])("a window %s", (_, at, from, until, expected) => {
    expect(slot(at, { fromMinute: from * 60, untilMinute: until * 60 }, "UTC")).toBe(expected);
  });

  test.each([
    // In Berlin the clock goes 1:59:59 → 3:00:00 on 29 Mar 2026, at 1:00 UTC.
    [
      "that begins inside the gap opens at the leap",
      "2026-03-29T00:00:00.000Z",
      150,
      240,
      "2026-03-29T01:00:00.000Z",
    ],
    [
      "that lies inside the gap waits for the next day",
      "2026-03-29T00:00:00.000Z",
      130,
      170,
      "2026-03-30T00:10:00.000Z",
    ],
    // … and 2:59:59 → 2:00:00 on 25 Oct 2026, at 1:00 UTC.
    [
      "in the first round of the repeated hour",
      "2026-10-25T00:00:00.000Z",
      150,
      180,
      "2026-10-25T00:30:00.000Z",
    ],
    ["in its second round", "2026-10-25T01:00:00.000Z", 150, 180, "2026-10-25T01:30:00.000Z"],
    [
      "that was just missed comes again when the clock goes back",
      "2026-10-25T00:50:00.000Z",
      120,
      165,
      "2026-10-25T01:00:00.000Z",
    ],
  ])("a window %s", (_, at, fromMinute, untilMinute, expected) => {
    expect(slot(at, { fromMinute, untilMinute }, "Europe/Berlin")).toBe(expected);
  });

  test("an unknown zone is a RangeError", () => {
    expect(() => slot("2026-06-10T03:00:00.000Z", NINE_TO_EIGHT, "Mars/Olympus")).toThrow(RangeError);
  });
});

test("in any zone, at any time and for any window: never early, inside, and nothing inside was passed over", () => {
  const zones = [
    "America/New_York",
    "Europe/Berlin",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
    "America/St_Johns",
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.date({ min: new Date("2025-12-01"), max: new Date("2027-12-01"), noInvalidDate: true }),
      fc.integer({ min: 0, max: 1439 }),
      fc.integer({ min: 1, max: 1439 }),
      (timeZone, at, fromMinute, length) => {
        const window = { fromMinute, untilMinute: (fromMinute + length) % 1440 };
        const found = nextSendSlot(at, window, timeZone).getTime();
        const isInside = (ms: number) => (minuteOfDay(ms, timeZone) - fromMinute + 1440) % 1440 < length;
        expect(found).toBeGreaterThanOrEqual(at.getTime());
        expect(isInside(found)).toBe(true);
        for (let ms = at.getTime(); ms < found; ms += 7 * 60_000) expect(isInside(ms)).toBe(false);
        if (found > at.getTime()) expect(isInside(found - 1)).toBe(false);
      },
    ),
    { seed: TEST_SEED, numRuns: 150 },
  );
});

function minuteOfDay(ms: number, timeZone: string): number {
  const text = new Date(ms).toLocaleTimeString("sv-SE", { timeZone, hour: "2-digit", minute: "2-digit" });
  const [hours = 0, minutes = 0] = text.split(":").map(Number);
  return hours * 60 + minutes;
}
