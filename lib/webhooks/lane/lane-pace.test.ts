import { expect, test } from "vitest";
import { isProbing, nextWindow, probeGaps } from "@/lib/webhooks/lane/lane-pace";

const DELAYS = [5, 30, 120, 600, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];

test("the window doubles on success alone, up to its end, and halves on failures", () => {
  expect(nextWindow(4, { delivered: 3, failed: 0 })).toBe(8);
  expect(nextWindow(16, { delivered: 9, failed: 0 })).toBe(16);
  expect(nextWindow(16, { delivered: 9, failed: 1 })).toBe(8);
  expect(nextWindow(8, { delivered: 0, failed: 0 })).toBe(8);
});

test("one slow answer never takes the last place of a lane that works", () => {
  expect(nextWindow(2, { delivered: 0, failed: 5 })).toBe(2);
});

test("five failures in a row make a lane probe, ever more slowly up to a minute", () => {
  expect(isProbing(4)).toBe(false);
  expect(probeGaps(4, DELAYS)).toEqual({ backlog: 0, fresh: 0 });
  expect(isProbing(5)).toBe(true);
  expect(probeGaps(5, DELAYS)).toEqual({ backlog: 2_000, fresh: 1_000 });
  expect(probeGaps(6, DELAYS)).toEqual({ backlog: 4_000, fresh: 2_000 });
  expect(probeGaps(500, DELAYS)).toEqual({ backlog: 60_000, fresh: 10_000 });
});

test("probing never stretches a short schedule", () => {
  expect(probeGaps(9, [0.05, 0.05])).toEqual({ backlog: 50, fresh: 50 });
});
