import { expect, test } from "vitest";
import { type CountedOutcome, countOutcome, type LaneHealth } from "@/lib/webhooks/lane/count-health";

const HEALTHY: LaneHealth = {
  streak: 0,
  episode: 7,
  firstFailureAt: null,
  lastFailureAt: null,
  lastFailure: null,
  lastSuccessAt: null,
  failedAttempts: 0,
  failedEvents: 0,
  noticedHours: 0,
};

const at = (second: number) => new Date(second * 1000);
const outcome = (second: number, given: Partial<CountedOutcome> = {}): CountedOutcome => ({
  at: at(second),
  isDelivered: false,
  isOurFault: false,
  episode: 7,
  failedEpisode: null,
  failure: "500",
  ...given,
});

const count = (outcomes: CountedOutcome[], health = HEALTHY) =>
  outcomes.reduce((counted, one) => countOutcome(counted, one).health, health);

test("failures are counted, and their events once each", () => {
  expect(count([outcome(1), outcome(2, { failedEpisode: 7 }), outcome(3, { failure: "No answer" })])).toEqual(
    {
      ...HEALTHY,
      streak: 3,
      firstFailureAt: at(1),
      lastFailureAt: at(3),
      lastFailure: "No answer",
      failedAttempts: 3,
      failedEvents: 2,
    },
  );
});

test("a success ends the failing time and begins a new episode", () => {
  const health = count([outcome(1), outcome(2, { isDelivered: true, failure: null })], {
    ...HEALTHY,
    noticedHours: 24,
  });
  expect(health).toEqual({ ...HEALTHY, episode: 8, lastSuccessAt: at(2) });
});

test("a steady success changes nothing but its time", () => {
  expect(count([outcome(5, { isDelivered: true })])).toEqual({ ...HEALTHY, lastSuccessAt: at(5) });
});

test("faults of ours slow the lane down and don't count", () => {
  expect(count([outcome(1, { isOurFault: true })])).toEqual({ ...HEALTHY, streak: 1 });
});

test("a late failure of an earlier episode doesn't count", () => {
  expect(count([outcome(1, { episode: 6 })])).toEqual({ ...HEALTHY, streak: 1 });
});
