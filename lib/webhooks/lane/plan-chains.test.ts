import { expect, test } from "vitest";
import { type LaneDelivery, orderKey } from "@/lib/webhooks/lane/lane-delivery";
import { onlyProbe, planChains } from "@/lib/webhooks/lane/plan-chains";

function delivery(id: string, given: Partial<LaneDelivery> = {}): LaneDelivery {
  return {
    id,
    eventId: `evt_${id}`,
    eventType: "review-updated",
    resourceId: "rev_a",
    revision: Number(id),
    prio: 0,
    dueForMs: 1,
    attempts: 0,
    uncounted: 0,
    crashes: 0,
    epoch: 1,
    failedEpisode: null,
    body: Buffer.alloc(0),
    ...given,
  };
}

const EMPTY = { knownIds: new Set<string>(), hasKey: () => false };
const ids = (plan: ReturnType<typeof planChains>) =>
  plan.chains.map(({ deliveries }) => deliveries.map(({ id }) => id));

test("one chain per resource, in revision order", () => {
  const plan = planChains([delivery("1"), delivery("2"), delivery("3", { resourceId: "rev_b" })], EMPTY);
  expect(ids(plan)).toEqual([["1", "2"], ["3"]]);
  expect(plan).toMatchObject({ deferrals: [], isStale: false });
});

test("a later one waits for an earlier one's retry, and becomes due with it", () => {
  const waiting = delivery("1", { prio: 1, attempts: 3, dueForMs: -60_000 });
  const plan = planChains([waiting, delivery("2"), delivery("3", { dueForMs: -60_000 })], EMPTY);
  expect(plan.chains).toEqual([]);
  expect(plan.deferrals).toEqual([{ id: "2", behind: "1" }]);
});

test("after its fourth failed attempt the earlier one no longer holds the later ones back", () => {
  const released = delivery("1", { prio: 1, attempts: 4, dueForMs: -60_000 });
  expect(ids(planChains([released, delivery("2"), delivery("3")], EMPTY))).toEqual([["2", "3"]]);
});

test("faults of ours don't count as failed attempts", () => {
  const ours = delivery("1", { prio: 1, attempts: 9, uncounted: 6, dueForMs: -5_000 });
  expect(planChains([ours, delivery("2")], EMPTY).chains).toEqual([]);
});

test("what was only deferred goes out behind the one it waited for", () => {
  const retry = delivery("1", { prio: 1, attempts: 1 });
  expect(ids(planChains([retry, delivery("2", { dueForMs: -5_000 })], EMPTY))).toEqual([["1", "2"]]);
});

test("what is in memory isn't sent twice; what came behind it is added", () => {
  const memory = { knownIds: new Set(["1"]), hasKey: (key: string) => key === orderKey(delivery("1")) };
  expect(ids(planChains([delivery("1"), delivery("2")], memory))).toEqual([["2"]]);
});

test("a resource that ended while the snapshot was on its way is looked at again", () => {
  const plan = planChains([delivery("1"), delivery("2")], { knownIds: new Set(["1"]), hasKey: () => false });
  expect(plan).toEqual({ chains: [], deferrals: [], isStale: true });
});

test("replays keep their own order and hold back nothing new; what a person asked for stands alone", () => {
  const replay = delivery("1", { prio: 2, attempts: 1, dueForMs: -5_000 });
  const behind = delivery("2", { prio: 2 });
  const plan = planChains([replay, behind, delivery("3"), delivery("4", { prio: -1 })], EMPTY);
  expect(ids(plan)).toEqual([["3"], ["4"]]);
  expect(plan.deferrals).toEqual([{ id: "2", behind: "1" }]);
});

test("a probe is the one due longest, beside what a person asked for", () => {
  const { chains } = planChains(
    [
      delivery("1", { dueForMs: 10 }),
      delivery("2", { dueForMs: 5 }),
      delivery("3", { resourceId: "rev_b", dueForMs: 90 }),
      delivery("4", { prio: -1 }),
    ],
    EMPTY,
  );
  expect(onlyProbe(chains).map(({ deliveries }) => deliveries.map(({ id }) => id))).toEqual([["4"], ["3"]]);
});
