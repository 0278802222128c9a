import { expect, test } from "vitest";
import type { HealthFacts } from "@/lib/webhooks/health-words";
import { troubleWords } from "@/lib/webhooks/trouble-words";

const reader = { now: new Date("2026-11-23T15:00:00Z"), timeZone: "UTC" };
const failing: HealthFacts = {
  isOn: true,
  offSince: null,
  offReason: null,
  offByName: null,
  lastSuccessAt: null,
  wasUsed: true,
  firstFailureAt: new Date("2026-11-22T14:00:00Z"),
  failedAttempts: 7,
  lastFailure: "500",
  turnsOffAt: new Date("2026-11-25T14:00:00Z"),
};
const off: HealthFacts = {
  ...failing,
  isOn: false,
  offSince: new Date("2026-11-22T20:00:00Z"),
  offReason: "gone",
};
const webhook = (health: HealthFacts) => ({ url: "https://hooks.example.com:8443/a", health });

test("nothing to say without trouble", () => {
  expect(troubleWords([], reader)).toBeNull();
});

test("one is named by its host, with its health", () => {
  expect(troubleWords([webhook(failing)], reader)).toEqual({
    tone: "warning",
    title: "The webhook to hooks.example.com:8443 is failing",
    text: "Failing since 22 Nov, 14:00 (7 attempts, last: 500). Turned off on 25 Nov if nothing succeeds.",
  });
  expect(troubleWords([webhook(off)], reader)).toMatchObject({
    tone: "danger",
    title: "The webhook to hooks.example.com:8443 is off",
  });
});

test("several are counted", () => {
  expect(troubleWords([webhook(failing), webhook(off), webhook(failing)], reader)).toEqual({
    tone: "danger",
    title: "3 webhooks need you",
    text: "1 turned off by us, 2 failing.",
  });
});
