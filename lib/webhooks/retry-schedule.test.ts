import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseEnv } from "@/lib/env";
import { nextAttempt } from "./retry-schedule";
import { TEST_SEED } from "@/prisma/testing/test-seed";

const DELAYS = parseEnv({}).WEBHOOK_RETRY_DELAYS;
const HOUR_MS = 3_600_000;

describe("the retry schedule", () => {
  it("is now, 5 s, 30 s, 2 m, 10 m, 30 m, 2 h, 5 h, 10 h, 14 h, 20 h, 24 h, and then ends", () => {
    const middle = Array.from({ length: 12 }, (_, at) => nextAttempt(at + 1, null, DELAYS, 0.5));
    expect(middle.map((next) => (next.kind === "retry" ? next.delayMs / 1000 : next.kind))).toEqual([
      5,
      30,
      120,
      600,
      1_800,
      7_200,
      18_000,
      36_000,
      50_400,
      72_000,
      86_400,
      "give_up",
    ]);
    const hours = DELAYS.reduce((sum, seconds) => sum + seconds, 0) / 3_600;
    expect(hours).toBeCloseTo(75.7, 1);
  });

  it("varies by 15 % either way, so that receivers aren't hit in step", () => {
    expect(nextAttempt(1, null, DELAYS, 0)).toEqual({ kind: "retry", delayMs: 4_250 });
    expect(nextAttempt(1, null, DELAYS, 1 - Number.EPSILON)).toEqual({ kind: "retry", delayMs: 5_750 });
  });

  it("is lengthened by Retry-After, never shortened, and by 24 hours at most", () => {
    expect(nextAttempt(1, 60_000, DELAYS, 0)).toEqual({ kind: "retry", delayMs: 60_000 });
    expect(nextAttempt(5, 60_000, DELAYS, 0.5)).toEqual({ kind: "retry", delayMs: 1_800_000 });
    expect(nextAttempt(1, 999 * HOUR_MS, DELAYS, 0)).toEqual({ kind: "retry", delayMs: 24 * HOUR_MS });
    expect(nextAttempt(12, 60_000, DELAYS, 0)).toEqual({ kind: "give_up" });
  });

  it("can be set, also to fractions of seconds or to no retry at all", () => {
    expect(nextAttempt(1, null, [0.2], 0.5)).toEqual({ kind: "retry", delayMs: 200 });
    expect(nextAttempt(2, null, [0.2], 0.5)).toEqual({ kind: "give_up" });
    expect(nextAttempt(1, null, [], 0.5)).toEqual({ kind: "give_up" });
  });

  it("holds for every attempt, hint and chance", () => {
    const hint = fc.option(fc.integer({ min: 0, max: 100 * HOUR_MS }));
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 15 }),
        hint,
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (attempt, asked, random) => {
          const next = nextAttempt(attempt, asked, DELAYS, random);
          const seconds = DELAYS[attempt - 1];
          if (next.kind === "give_up" || seconds === undefined) {
            expect([next.kind, seconds]).toEqual(["give_up", undefined]);
            return;
          }
          expect(next.delayMs).toBeGreaterThanOrEqual(Math.floor(seconds * 850));
          expect(next.delayMs).toBeGreaterThanOrEqual(Math.min(asked ?? 0, 24 * HOUR_MS));
          expect(next.delayMs).toBeLessThanOrEqual(
            Math.max(Math.ceil(seconds * 1150), Math.min(asked ?? 0, 24 * HOUR_MS)),
          );
        },
      ),
      { seed: TEST_SEED },
    );
  });
});
