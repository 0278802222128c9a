import { describe, expect, it } from "vitest";
import { summarizeWebhooks } from "@/lib/overview/webhook-summary";

const at = new Date("2026-11-23T10:00:00Z");
const working = { isOn: true, lane: { firstFailureAt: null, lastSuccessAt: at } };
const failing = { isOn: true, lane: { firstFailureAt: at, lastSuccessAt: at } };
const waiting = { isOn: true, lane: { firstFailureAt: null, lastSuccessAt: null } };
const off = { isOn: false, lane: { firstFailureAt: at, lastSuccessAt: null } };

describe("summarizeWebhooks", () => {
  it.each([
    [[], "neutral", "No webhook yet"],
    [[waiting], "neutral", "1 waiting for an event"],
    [[working, working], "success", "2 working"],
    [[off], "neutral", "1 off"],
    [[working, failing, off, waiting], "danger", "1 failing, 1 working, 1 waiting for an event, 1 off"],
  ] as const)("%#: %s", (webhooks, tone, text) => {
    expect(summarizeWebhooks(webhooks)).toEqual({ tone, text });
  });
});
