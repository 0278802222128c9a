import fc from "fast-check";
import { expect, test } from "vitest";
import {
  failuresOf,
  type LaneDelivery,
  orderKey,
  RELEASE_AFTER_FAILURES,
} from "@/lib/webhooks/lane/lane-delivery";
import { LaneQueue } from "@/lib/webhooks/lane/lane-queue";
import { planChains } from "@/lib/webhooks/lane/plan-chains";
import { TEST_SEED } from "@/prisma/testing/test-seed";

const ATTEMPTS_MAX = 12;
const IN_FLIGHT_MAX = 4;

type Step =
  | { do: "record"; resource: number; isReplay: boolean }
  | { do: "begin" | "take" | "wait" }
  | { do: "end"; place: number; isDelivered: boolean };

/** A lane as its holder keeps it, over deliveries that wait in a table. Checks each begin. */
class Lane {
  readonly queue = new LaneQueue();
  readonly table = new Map<string, LaneDelivery & { dueAt: number; hasEnded: boolean }>();
  readonly inFlight: LaneDelivery[] = [];
  #now = 0;

  record(resource: number, isReplay: boolean): void {
    const id = String(this.table.size + 1);
    const delivery: LaneDelivery = {
      id,
      eventId: `evt_${id}`,
      eventType: "review-updated",
      resourceId: `rev_${resource}`,
      revision: this.table.size + 1,
      prio: isReplay ? 2 : 0,
      dueForMs: 0,
      attempts: 0,
      uncounted: 0,
      crashes: 0,
      epoch: 1,
      failedEpisode: null,
      body: Buffer.alloc(0),
    };
    this.table.set(id, { ...delivery, dueAt: this.#now, hasEnded: false });
  }

  take(): void {
    const taken = this.waiting
      .map((row) => ({ ...row, dueForMs: this.#now - row.dueAt }))
      .toSorted((a, b) => orderKey(a).localeCompare(orderKey(b)) || a.revision - b.revision);
    this.queue.add(planChains(taken, this.queue.snapshot()).chains);
  }

  begin(): void {
    const next = this.queue.peek();
    if (!next || this.inFlight.length >= IN_FLIGHT_MAX) return;
    this.queue.begin();
    for (const earlier of this.waiting) {
      if (orderKey(earlier) !== orderKey(next) || earlier.revision >= next.revision) continue;
      expect(failuresOf(earlier), `${next.id} began before ${earlier.id}`).toBeGreaterThanOrEqual(
        RELEASE_AFTER_FAILURES,
      );
    }
    expect(this.inFlight.map(orderKey)).not.toContain(orderKey(next));
    this.inFlight.push(next);
  }

  end(place: number, isDelivered: boolean): void {
    const [delivery] = this.inFlight.splice(place % Math.max(1, this.inFlight.length), 1);
    const row = delivery && this.table.get(delivery.id);
    if (!row) return;
    row.attempts += 1;
    row.hasEnded = isDelivered || row.attempts === ATTEMPTS_MAX;
    row.prio = row.prio === 0 ? 1 : row.prio;
    row.dueAt = this.#now + 3;
    this.queue.ended(delivery, row.hasEnded || failuresOf(row) >= RELEASE_AFTER_FAILURES);
    this.queue.recorded([delivery.id]);
  }

  wait(): void {
    this.#now += 1;
  }

  get waiting() {
    return [...this.table.values()].filter(({ hasEnded }) => !hasEnded);
  }
}

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant("record" as const), resource: fc.nat(3), isReplay: fc.boolean() }),
  fc.record({ do: fc.constantFrom("begin" as const, "take" as const, "wait" as const) }),
  fc.record({ do: fc.constant("end" as const), place: fc.nat(3), isDelivered: fc.boolean() }),
);

test("whatever the receiver answers, a resource's events begin in order, one at a time, and none is lost", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
      const lane = new Lane();
      for (const each of steps) {
        if (each.do === "record") lane.record(each.resource, each.isReplay);
        else if (each.do === "end") lane.end(each.place, each.isDelivered);
        else lane[each.do]();
      }
      for (let rounds = 0; lane.waiting.length > 0; rounds += 1) {
        expect(rounds, "something waits for ever").toBeLessThan(1_000);
        lane.take();
        lane.begin();
        lane.end(0, true);
        lane.wait();
      }
      expect(lane.queue.length).toBe(0);
      expect(lane.queue.ids).toEqual([]);
    }),
    { seed: TEST_SEED, numRuns: 400 },
  );
});
