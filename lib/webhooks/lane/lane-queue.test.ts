import { expect, test } from "vitest";
import type { LaneDelivery } from "@/lib/webhooks/lane/lane-delivery";
import { orderKey } from "@/lib/webhooks/lane/lane-delivery";
import { LaneQueue } from "@/lib/webhooks/lane/lane-queue";

let lastId = 0;
function delivery(prio: number, resourceId = `rev_${lastId + 1}`): LaneDelivery {
  lastId += 1;
  return {
    id: String(lastId),
    eventId: `evt_${lastId}`,
    eventType: "review-created",
    resourceId,
    revision: lastId,
    prio,
    dueForMs: 0,
    attempts: 0,
    uncounted: 0,
    crashes: 0,
    epoch: 1,
    failedEpisode: null,
    body: Buffer.alloc(0),
  };
}

const chain = (...deliveries: LaneDelivery[]) => ({
  key: orderKey(deliveries[0] ?? delivery(0)),
  deliveries,
});
const many = (count: number, prio: number) => Array.from({ length: count }, () => chain(delivery(prio)));

/** The priorities of so many deliveries in the order in which they begin, each ending at once. */
function begin(queue: LaneQueue, count: number): number[] {
  return Array.from({ length: count }, () => {
    const next = queue.peek();
    if (!next) throw new Error("The queue is empty.");
    queue.begin();
    queue.ended(next, true);
    return next.prio;
  });
}

test("the most urgent begins next, whatever came before", () => {
  const queue = new LaneQueue();
  queue.add([...many(3, 2), ...many(3, 1), ...many(1, 0), ...many(1, -1)]);
  expect(begin(queue, 5)).toEqual([-1, 0, 1, 1, 1]);
});

test("what is less urgent gets a turn of eight behind a steady stream", () => {
  const queue = new LaneQueue();
  queue.add([...many(100, 0), ...many(10, 1), ...many(10, 2)]);
  const order = begin(queue, 32);
  expect(order.filter((prio) => prio === 1)).toHaveLength(2);
  expect(order.filter((prio) => prio === 2)).toHaveLength(2);
  expect(order.indexOf(1)).toBe(7);
});

test("a chain is as urgent as its most urgent delivery, and keeps its order", () => {
  const queue = new LaneQueue();
  queue.add(many(5, 1));
  const retry = delivery(1, "rev_same");
  const fresh = delivery(0, "rev_same");
  queue.add([chain(retry)]);
  queue.add([{ key: orderKey(retry), deliveries: [fresh] }]);
  expect(queue.peek()?.id).toBe(retry.id);
  queue.begin();
  expect(queue.peek()?.id).not.toBe(fresh.id);
  queue.ended(retry, true);
  expect(queue.peek()?.id).toBe(fresh.id);
});

test("nothing is left behind by clearing", () => {
  const queue = new LaneQueue();
  queue.add([...many(3, 0), ...many(3, 2)]);
  queue.clear();
  expect(queue.peek()).toBeUndefined();
  expect(queue.length).toBe(0);
  expect(queue.ids).toEqual([]);
});
