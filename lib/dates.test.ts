import { expect, test } from "vitest";
import { formatDay, formatExact, formatRelative, formatTimeOrDay } from "@/lib/dates";

const now = new Date("2026-11-28T12:00:00Z");
const before = (seconds: number) => new Date(now.getTime() - seconds * 1000);

test.each([
  [0, "just now"],
  [9, "just now"],
  [10, "10 s ago"],
  [59, "59 s ago"],
  [60, "1 min ago"],
  [3599, "59 min ago"],
  [3600, "1 h ago"],
  [86_399, "23 h ago"],
  [86_400, "1 day ago"],
  [6 * 86_400, "6 days ago"],
  [7 * 86_400, "21 Nov"],
  [400 * 86_400, "24 Oct 2025"],
  [-1, "in 1 s"],
  [-600, "in 10 min"],
  [-3 * 86_400, "in 3 days"],
])("%d s before now reads %s", (seconds, text) => {
  expect(formatRelative(before(seconds), now, "UTC")).toBe(text);
});

test("days and times are those of the zone", () => {
  const late = new Date("2026-12-31T23:30:00Z");
  expect(formatDay(late, now, "UTC")).toBe("31 Dec");
  expect(formatDay(late, now, "Asia/Tokyo")).toBe("1 Jan 2027");
  expect(formatTimeOrDay(new Date("2026-11-28T14:02:00Z"), now, "UTC")).toBe("14:02");
  expect(formatTimeOrDay(new Date("2026-11-27T23:30:00Z"), now, "UTC")).toBe("27 Nov");
  expect(formatTimeOrDay(new Date("2026-11-27T23:30:00Z"), now, "Europe/Zurich")).toBe("00:30");
  expect(formatExact(new Date("2026-11-28T14:02:05Z"), "UTC")).toBe("28 Nov 2026, 14:02:05 UTC");
});
