import { expect, test } from "vitest";
import type { ReceivedRequest } from "@/lib/webhooks/testing/test-receiver";
import { signWebhook } from "@/lib/webhooks/signature";
import { judgeArrivals, pairKey } from "./judge-arrivals";

const secret = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
const event = { id: "evt_1", body: '{"id":"evt_1"}' };
const killedAtMs = Date.now();

function arrival(atMs: number, body = event.body, signed = event.body): ReceivedRequest {
  const timestamp = Math.floor(atMs / 1000);
  return {
    atMs,
    endedAtMs: atMs + 5,
    path: "/",
    body,
    answered: 200,
    headers: {
      "webhook-id": event.id,
      "webhook-timestamp": String(timestamp),
      "webhook-signature": signWebhook(event.id, timestamp, signed, [secret]),
    },
  };
}

function judge(requests: ReceivedRequest[], recorded: number) {
  return judgeArrivals({
    events: [event],
    receivers: [{ webhookId: "whk_1", secret, requests }],
    recorded: new Map([[pairKey("whk_1", event.id), recorded]]),
    kills: [{ part: { role: "worker", place: 0 }, atMs: killedAtMs }],
  });
}

test("one signed request, on record, is as it should be", () => {
  const judged = judge([arrival(killedAtMs + 9_000)], 1);
  expect(judged).toEqual({ pairs: 1, lost: 0, duplicated: 0, inFlight: 0, wrong: [] });
});

test("what never arrived, with other bytes, or signed for others, is lost", () => {
  expect(judge([], 0).lost).toBe(1);
  for (const bad of [
    arrival(killedAtMs, `${event.body} `, `${event.body} `),
    arrival(killedAtMs, event.body, "x"),
  ]) {
    expect(judge([bad], 1)).toMatchObject({
      lost: 1,
      wrong: ["whk_1 evt_1: other bytes or a bad signature"],
    });
  }
});

test("twice is right only when a kill kept the first from being recorded", () => {
  const later = arrival(killedAtMs + 9_000);
  expect(judge([arrival(killedAtMs - 3), later], 1)).toMatchObject({ duplicated: 1, inFlight: 1, wrong: [] });
  expect(judge([arrival(killedAtMs - 3), later], 2).wrong).toEqual([
    "whk_1 evt_1: sent again after it was on record",
  ]);
  expect(judge([arrival(killedAtMs - 60_000), later], 1).wrong).toEqual([
    "whk_1 evt_1: not on record, and no kill to blame",
  ]);
});

test("a request for an event that isn't there is wrong", () => {
  const strange = arrival(killedAtMs);
  strange.headers["webhook-id"] = "evt_2";
  expect(judge([arrival(killedAtMs), strange], 1).wrong).toEqual(["whk_1 evt_2: there is no such event"]);
});
