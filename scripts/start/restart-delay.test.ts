import { expect, test } from "vitest";
import { countFailure, restartDelay } from "./restart-delay";

test("1 s, doubling to 30 s", () => {
  expect([1, 2, 3, 4, 5, 6, 7, 100].map(restartDelay)).toEqual([
    1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000,
  ]);
});

test("a process that ran for a minute starts afresh", () => {
  expect(countFailure(3, 59_999)).toBe(4);
  expect(countFailure(3, 60_000)).toBe(1);
});
