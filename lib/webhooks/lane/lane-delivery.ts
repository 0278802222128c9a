/** A waiting delivery as its lane's holder works with it. */
export type LaneDelivery = {
  /** Decimal text of the bigint. */
  id: string;
  eventId: string;
  eventType: string;
  resourceId: string;
  revision: number;
  /** -1 asked for by a person, 0 first attempt, 1 retry, 2 replay. */
  prio: number;
  /** How long it has been due, in milliseconds. Negative: it waits, and is only here because of its resource. */
  dueForMs: number;
  /** Requests made so far. */
  attempts: number;
  /** Those among them that don't move it along the schedule. */
  uncounted: number;
  /** Holders that died while sending it. */
  crashes: number;
  /** The webhook's epoch when it was recorded or sent again. */
  epoch: number;
  /** The lane's episode in which it was last counted as failing. */
  failedEpisode: number | null;
  /** The event's exact stored bytes. */
  body: Buffer;
};

/** After this many failed attempts of the schedule a delivery no longer holds back later ones of its resource. */
export const RELEASE_AFTER_FAILURES = 4;

/** Failed attempts that count on its schedule. */
export function failuresOf(delivery: Pick<LaneDelivery, "attempts" | "uncounted">): number {
  return delivery.attempts - delivery.uncounted;
}

/**
 * Deliveries with one key are sent one after the other, in revision order: those of one resource, live ones and replays
 * apart. What a person asked for stands outside any order.
 */
export function orderKey(delivery: Pick<LaneDelivery, "id" | "prio" | "resourceId">): string {
  if (delivery.prio < 0) return `asked ${delivery.id}`;
  return `${delivery.prio === 2 ? "replay" : "live"} ${delivery.resourceId}`;
}
