import type { LaneDelivery } from "@/lib/webhooks/lane/lane-delivery";
import type { LaneSettings } from "@/lib/webhooks/lane/lane-settings";

/** What the present settings make of a delivery that has not begun (product.md, "Delivery", the table). */
export type Verdict =
  | { kind: "send" }
  | { kind: "hold" }
  | { kind: "cancel"; reason: string }
  | { kind: "fail"; reason: string };

/** A delivery during which its holder died this often is given up, so that it can't stop the others for ever. */
export const CRASHES_MAX = 5;

type Settings = Pick<LaneSettings, "isOn" | "isDeleted" | "allEventTypes" | "eventTypes" | "epoch">;
type Judged = Pick<LaneDelivery, "eventType" | "epoch" | "prio" | "crashes">;

export function judgeDelivery(delivery: Judged, settings: Settings): Verdict {
  if (settings.isDeleted) return { kind: "cancel", reason: "webhook deleted" };
  if (!settings.isOn || delivery.epoch < settings.epoch) return { kind: "hold" };
  const isAskedFor = delivery.prio < 0;
  if (!isAskedFor && !settings.allEventTypes && !settings.eventTypes.includes(delivery.eventType)) {
    return { kind: "cancel", reason: "no longer chosen" };
  }
  if (delivery.crashes >= CRASHES_MAX) {
    return { kind: "fail", reason: `Sending it stopped our worker ${CRASHES_MAX} times` };
  }
  return { kind: "send" };
}
