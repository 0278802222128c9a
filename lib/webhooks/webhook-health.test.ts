import { describe, expect, it } from "vitest";
import { decideHealth, turnOffNotBefore, type HealthCounters, type HealthThresholds } from "./webhook-health";

const THRESHOLDS: HealthThresholds = {
  disableAfterHours: 120,
  disableAfterHoursNeverSucceeded: 72,
  minAttempts: 10,
  minEvents: 2,
  minSpanHours: 12,
  noticeAfterHours: [24, 72],
};
const START = Date.parse("2026-11-01T00:00:00Z");
const at = (hours: number) => new Date(START + hours * 3_600_000);

/** Failing since hour 0 after it once worked, enough in every respect but time. */
function failing(more: Partial<HealthCounters> = {}): HealthCounters {
  return {
    firstFailureAt: at(0),
    lastFailureAt: at(20),
    lastSuccessAt: at(-1),
    failedAttempts: 10,
    failedEvents: 2,
    noticedHours: 72,
    ...more,
  };
}
const decide = (counters: HealthCounters, hours: number, thresholds: Partial<HealthThresholds> = {}) =>
  decideHealth(counters, { ...THRESHOLDS, ...thresholds }, at(hours));

describe("a webhook", () => {
  it("is kept while nothing has failed since the last success", () => {
    const healthy = failing({
      firstFailureAt: null,
      lastFailureAt: null,
      failedAttempts: 0,
      failedEvents: 0,
    });
    expect(decide(healthy, 1_000)).toEqual({ kind: "keep" });
    expect(turnOffNotBefore(healthy, THRESHOLDS)).toBeNull();
  });

  it("is turned off 120 hours after the first failure, not a moment earlier", () => {
    expect(decide(failing(), 119.999)).toEqual({ kind: "keep" });
    expect(decide(failing(), 120)).toEqual({ kind: "turn_off" });
    expect(turnOffNotBefore(failing(), THRESHOLDS)).toEqual(at(120));
  });

  it("is turned off after 72 hours when it never succeeded", () => {
    const never = failing({ lastSuccessAt: null });
    expect(decide(never, 71.999)).toEqual({ kind: "keep" });
    expect(decide(never, 72)).toEqual({ kind: "turn_off" });
    expect(turnOffNotBefore(never, THRESHOLDS)).toEqual(at(72));
  });

  it.each<[string, Partial<HealthCounters>]>([
    ["fewer than 10 attempts have failed", { failedAttempts: 9 }],
    ["only one event was concerned", { failedEvents: 1 }],
    ["first and last failure are less than 12 hours apart", { lastFailureAt: at(11.999) }],
  ])("is kept when %s", (_why, counters) => {
    expect(decide(failing(counters), 1_000)).toEqual({ kind: "keep" });
  });

  it("obeys thresholds in decimals", () => {
    const quick = {
      disableAfterHours: 0.001,
      minAttempts: 1,
      minEvents: 1,
      minSpanHours: 0,
      noticeAfterHours: [],
    };
    const once = failing({ lastFailureAt: at(0), failedAttempts: 1, failedEvents: 1, noticedHours: 0 });
    expect(decide(once, 0.0009, quick)).toEqual({ kind: "keep" });
    expect(decide(once, 0.001, quick)).toEqual({ kind: "turn_off" });
    expect(turnOffNotBefore(once, { ...THRESHOLDS, ...quick })).toEqual(at(0.001));
  });
});

describe("a notice", () => {
  it("is due at 24 hours and at 72 hours, each once", () => {
    const fresh = failing({ noticedHours: 0 });
    expect(decide(fresh, 23.999)).toEqual({ kind: "keep" });
    expect(decide(fresh, 24)).toEqual({ kind: "notice", hours: 24 });
    const noticed = failing({ noticedHours: 24 });
    expect(decide(noticed, 71.999)).toEqual({ kind: "keep" });
    expect(decide(noticed, 72)).toEqual({ kind: "notice", hours: 72 });
    expect(decide(failing({ noticedHours: 72 }), 100)).toEqual({ kind: "keep" });
  });

  it("that was missed is sent before the next one, one at a time", () => {
    expect(decide(failing({ noticedHours: 0 }), 80)).toEqual({ kind: "notice", hours: 24 });
    expect(decide(failing({ noticedHours: 24 }), 80)).toEqual({ kind: "notice", hours: 72 });
  });

  it("is dropped when the turn-off is due at the same time", () => {
    expect(decide(failing({ lastSuccessAt: null, noticedHours: 24 }), 72)).toEqual({ kind: "turn_off" });
    expect(decide(failing({ noticedHours: 0 }), 500)).toEqual({ kind: "turn_off" });
  });

  it("comes in time whatever order the thresholds are given in", () => {
    expect(decide(failing({ noticedHours: 0 }), 80, { noticeAfterHours: [72, 24] })).toEqual({
      kind: "notice",
      hours: 24,
    });
  });
});
