import { expect, test } from "vitest";
import { judgeDelivery } from "@/lib/webhooks/lane/judge-delivery";

const settings = { isOn: true, isDeleted: false, allEventTypes: true, eventTypes: [], epoch: 3 };
const delivery = { eventType: "review-created", epoch: 3, prio: 0, crashes: 0 };

test.each([
  ["sent", delivery, settings, { kind: "send" }],
  [
    "canceled when the webhook is deleted, also when it is off",
    delivery,
    { ...settings, isDeleted: true, isOn: false },
    { kind: "cancel", reason: "webhook deleted" },
  ],
  ["held while it is off", delivery, { ...settings, isOn: false }, { kind: "hold" }],
  [
    "held when it was recorded before the webhook was last switched on",
    { ...delivery, epoch: 2 },
    settings,
    { kind: "hold" },
  ],
  [
    "canceled when its type is no longer chosen",
    delivery,
    { ...settings, allEventTypes: false, eventTypes: ["review-updated"] },
    { kind: "cancel", reason: "no longer chosen" },
  ],
  [
    "sent when its type is chosen",
    delivery,
    { ...settings, allEventTypes: false, eventTypes: ["review-created"] },
    { kind: "send" },
  ],
  [
    "sent whatever its type when a person asked for it",
    { ...delivery, prio: -1 },
    { ...settings, allEventTypes: false, eventTypes: ["review-updated"] },
    { kind: "send" },
  ],
  [
    "sent again after it may have stopped a worker four times",
    { ...delivery, crashes: 4 },
    settings,
    { kind: "send" },
  ],
  [
    "given up after five",
    { ...delivery, crashes: 5 },
    settings,
    { kind: "fail", reason: "Sending it stopped our worker 5 times" },
  ],
])("%s", (_words, judged, present, verdict) => {
  expect(judgeDelivery(judged, present)).toEqual(verdict);
});
