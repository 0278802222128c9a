import { expect, test } from "vitest";
import { readRetryAfterMs, retryDelayMs } from "./retry-delay";
import { readSleepMs } from "./sleep-duration";

test.each([
  [0, 15],
  [1, 30],
  [2, 60],
  [9, 7_200],
  [19, 7_200],
])("after attempt %i a retry waits %i s, and up to 30 s more", (attempt, seconds) => {
  expect(retryDelayMs(attempt, 0)).toBe(seconds * 1_000);
  expect(retryDelayMs(attempt, 0.999)).toBeCloseTo((seconds + 29.97) * 1_000);
});

const now = Date.parse("2026-11-23T12:00:00Z");

test.each([
  ["90", 90_000],
  ["0", 1_000],
  ["100000", 86_400_000],
  ["2026-11-23T12:00:30.500Z", 30_500],
  ["2026-11-23T11:00:00Z", 1_000],
  ["2027-11-23T11:00:00Z", 86_400_000],
  ["soon", null],
  [null, null],
])("retry-after %s is %s ms", (header, waitMs) => {
  expect(readRetryAfterMs(header, now)).toBe(waitMs);
});

test.each([
  ["1s", 1_000],
  ["1w2d3h4m5s", 788_645_000],
  ["2026-11-23T12:00:01.500Z", 1_500],
  ["2026-11-23T11:00:00Z", 0],
  ["", null],
  ["5 parsecs", null],
])("a sleep of %j is %s ms", (text, sleepMs) => {
  expect(readSleepMs(text, now)).toBe(sleepMs);
});
