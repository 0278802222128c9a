import { expect, it } from "vitest";
import { parseRetryAfter } from "./retry-after";

const NOW = new Date("2026-11-23T12:00:00Z");

it.each<[string | undefined, number | null]>([
  [undefined, null],
  ["", null],
  ["0", 0],
  ["120", 120_000],
  [" 120 ", 120_000],
  ["Mon, 23 Nov 2026 12:01:30 GMT", 90_000],
  ["Monday, 23-Nov-26 12:01:30 GMT", 90_000],
  ["Mon Nov 23 12:01:30 2026 GMT", 90_000],
  ["Mon, 23 Nov 2026 11:00:00 GMT", 0],
  ["-5", null],
  ["1.5", null],
  ["1e3", null],
  ["soon", null],
  ["2026-11-23", null],
  ["Mon, 99 Nov 2026 12:01:30 GMT", null],
])("Retry-After: %s asks for %s ms", (value, ms) => {
  expect(parseRetryAfter(value, NOW)).toBe(ms);
});

it("stays a number however long the digits are", () => {
  expect(parseRetryAfter("9".repeat(400), NOW)).toBe(Number.MAX_SAFE_INTEGER);
});
