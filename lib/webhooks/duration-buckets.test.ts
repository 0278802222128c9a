import fc from "fast-check";
import { expect, test } from "vitest";
import { addDurations, countDurations, durationWithin } from "@/lib/webhooks/duration-buckets";
import { TEST_SEED } from "@/prisma/testing/test-seed";

test("no answer, no duration", () => {
  expect(durationWithin([], 0.95)).toBeNull();
  expect(countDurations([])).toEqual([]);
});

test("the time within which 95 % came is right, or at most 25 % too long", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 12_000 }), { minLength: 1 }), (durations) => {
      const sorted = durations.toSorted((a, b) => a - b);
      const exact = sorted[Math.ceil(sorted.length * 0.95 - 1e-9) - 1] ?? 0;
      const told = durationWithin(countDurations(durations), 0.95) ?? 0;
      expect(told).toBeGreaterThanOrEqual(exact - 0.5);
      expect(told).toBeLessThanOrEqual(exact * 1.25 + 0.5);
    }),
    { seed: TEST_SEED },
  );
});

test("counts of several days add up to those of all their answers", () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.integer({ min: 0, max: 90_000 }))), (days) => {
      expect(addDurations(days.map(countDurations))).toEqual(countDurations(days.flat()));
    }),
    { seed: TEST_SEED },
  );
});
