import { describe, expect, test } from "vitest";
import { healthWords, type HealthFacts, type HealthTone } from "@/lib/webhooks/health-words";

const reader = { now: new Date("2026-11-23T15:00:00Z"), timeZone: "Europe/Berlin" };
const fresh: HealthFacts = {
  isOn: true,
  offSince: null,
  offReason: null,
  offByName: null,
  lastSuccessAt: null,
  wasUsed: false,
  firstFailureAt: null,
  failedAttempts: 0,
  lastFailure: null,
  turnsOffAt: null,
};
const failing: Partial<HealthFacts> = {
  firstFailureAt: new Date("2026-11-23T13:02:00Z"),
  failedAttempts: 3,
  lastFailure: "500",
  turnsOffAt: new Date("2026-11-28T13:02:00Z"),
};
const off = (facts: Partial<HealthFacts>): Partial<HealthFacts> => ({
  isOn: false,
  offSince: new Date("2026-11-23T11:10:00Z"),
  offReason: "switched_off",
  ...facts,
});

const TABLE: [string, Partial<HealthFacts>, HealthTone, string][] = [
  ["nothing yet", {}, "waiting", "Waiting for the first event"],
  ["cleared by turning on or a new URL", { wasUsed: true }, "waiting", "Waiting for the next event"],
  ["a success", { lastSuccessAt: new Date("2026-11-23T14:00:00Z") }, "working", "Working"],
  [
    "failing",
    failing,
    "failing",
    "Failing since 14:02 (3 attempts, last: 500). Turned off on 28 Nov if nothing succeeds.",
  ],
  [
    "failing after a success",
    { ...failing, lastSuccessAt: new Date("2026-11-20T14:00:00Z") },
    "failing",
    "Failing since 14:02 (3 attempts, last: 500). Turned off on 28 Nov if nothing succeeds.",
  ],
  [
    "failing since another day, once, in words",
    {
      ...failing,
      firstFailureAt: new Date("2026-11-21T23:30:00Z"),
      failedAttempts: 1,
      lastFailure: "Certificate not trusted",
    },
    "failing",
    "Failing since 22 Nov, 00:30 (1 attempt, last: Certificate not trusted). Turned off on 28 Nov if nothing succeeds.",
  ],
  [
    "turned off later today",
    { ...failing, turnsOffAt: new Date("2026-11-23T15:30:00Z") },
    "failing",
    "Failing since 14:02 (3 attempts, last: 500). Turned off at 16:30 if nothing succeeds.",
  ],
  [
    "past the date, other conditions not met yet",
    { ...failing, turnsOffAt: new Date("2026-11-23T14:30:00Z") },
    "failing",
    "Failing since 14:02 (3 attempts, last: 500). Turned off soon if nothing succeeds.",
  ],
  [
    "never turned off",
    { ...failing, turnsOffAt: null },
    "failing",
    "Failing since 14:02 (3 attempts, last: 500).",
  ],
  ["off by a person", off({ offByName: "Ada" }), "off", "Off since 12:10 (Ada)"],
  ["off by a program", off({}), "off", "Off since 12:10"],
  [
    "off since last year",
    off({ offSince: new Date("2025-09-03T11:10:00Z"), offByName: "Ada" }),
    "off",
    "Off since 3 Sep 2025, 13:10 (Ada)",
  ],
  ["off while it failed", off({ ...failing, isOn: false, offByName: "Ada" }), "off", "Off since 12:10 (Ada)"],
  [
    "turned off by us",
    off({
      offReason: "failing",
      firstFailureAt: new Date("2026-11-16T10:00:00Z"),
      offSince: new Date("2026-11-21T10:00:09Z"),
    }),
    "turned_off",
    "Turned off by us on 21 Nov: every attempt failed for 5 days.",
  ],
  [
    "turned off by us today",
    off({ offReason: "failing", firstFailureAt: new Date("2026-11-23T11:09:57Z") }),
    "turned_off",
    "Turned off by us at 12:10: every attempt failed for 3 seconds.",
  ],
  [
    "gone",
    off({ offReason: "gone", offSince: new Date("2026-11-20T11:10:00Z") }),
    "turned_off",
    "Turned off by us on 20 Nov: the receiver answered 410 and wants no more events.",
  ],
];

describe("a webhook's health in words", () => {
  test.each(TABLE)("%s", (_name, facts, tone, text) => {
    expect(healthWords({ ...fresh, ...facts }, reader)).toEqual({ tone, text });
  });
});
