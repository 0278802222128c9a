import { expect, test } from "vitest";
import { nextState } from "@/lib/webhooks/lane/next-state";

const DELAYS = [5, 30, 120, 600, 1_800];
const failed = { kind: "failed", fault: "receiver", retryAfterMs: null } as const;
const ours = { kind: "failed", fault: "ours", retryAfterMs: null } as const;
const EVEN = 0.5;

test("delivered", () => {
  expect(
    nextState({ attempts: 3, uncounted: 0, prio: 1 }, { ...failed, kind: "delivered" }, DELAYS, EVEN),
  ).toEqual({
    status: "delivered",
  });
});

test.each([
  [0, 5_000, false],
  [1, 30_000, false],
  [2, 120_000, false],
  [3, 600_000, true],
  [4, 1_800_000, true],
])("failure after %i attempts waits %i ms; released: %s", (attempts, dueInMs, isReleased) => {
  expect(nextState({ attempts, uncounted: 0, prio: 0 }, failed, DELAYS, EVEN)).toEqual({
    status: "waiting",
    prio: 1,
    dueInMs,
    isUncounted: false,
    isReleased,
  });
});

test("after the last attempt of the schedule it has failed", () => {
  expect(nextState({ attempts: 5, uncounted: 0, prio: 1 }, failed, DELAYS, EVEN)).toEqual({
    status: "failed",
    reason: "All 6 attempts failed",
  });
});

test("a fault of ours is tried again within a minute and uses nothing up", () => {
  expect(nextState({ attempts: 5, uncounted: 0, prio: 1 }, ours, DELAYS, EVEN)).toMatchObject({
    status: "waiting",
    dueInMs: 60_000,
    isUncounted: true,
    isReleased: false,
  });
  expect(nextState({ attempts: 9, uncounted: 9, prio: 0 }, failed, DELAYS, EVEN)).toMatchObject({
    dueInMs: 5_000,
  });
});

test("a fault of ours doesn't last for ever", () => {
  expect(nextState({ attempts: 4_600, uncounted: 4_600, prio: 1 }, ours, DELAYS, EVEN).status).toBe("failed");
});

test("Retry-After lengthens, and replays stay behind", () => {
  const asked = { ...failed, retryAfterMs: 90_000 };
  expect(nextState({ attempts: 0, uncounted: 0, prio: 2 }, asked, DELAYS, EVEN)).toMatchObject({
    prio: 2,
    dueInMs: 90_000,
  });
});
