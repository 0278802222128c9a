import { expect, test } from "vitest";
import { gatherMs } from "@/lib/webhooks/gather-ms";

/** How many come together per look once it has settled, at so many a second. */
function settledCount(perSecond: number): number {
  let count = 1;
  for (let look = 0; look < 50; look += 1) count = (perSecond / 1000) * (gatherMs(count) + 1);
  return count;
}

test("what comes alone is seen to at once", () => {
  expect(gatherMs(0)).toBe(0);
  expect(gatherMs(1)).toBe(0);
});

test("at 200 a second nothing waits, at 2,000 each look finds dozens, and none waits longer than 20 ms", () => {
  expect(settledCount(200)).toBeLessThanOrEqual(1);
  expect(settledCount(2_000)).toBeGreaterThan(30);
  expect(gatherMs(10_000)).toBe(20);
});
