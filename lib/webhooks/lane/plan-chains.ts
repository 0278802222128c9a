import {
  failuresOf,
  type LaneDelivery,
  orderKey,
  RELEASE_AFTER_FAILURES,
} from "@/lib/webhooks/lane/lane-delivery";

/** Deliveries to send one after the other. */
export type Chain = { key: string; deliveries: LaneDelivery[] };

/** A delivery that becomes due again together with the one it has to wait for. */
export type Deferral = { id: string; behind: string };

export type Plan = {
  chains: Chain[];
  deferrals: Deferral[];
  /** True when a snapshot came too late for some resource: look again. */
  isStale: boolean;
};

export type InMemory = {
  /** Ids that were in memory when the snapshot was taken. */
  knownIds: ReadonlySet<string>;
  /** Whether deliveries with this key are queued or on the wire now. */
  hasKey(key: string): boolean;
};

/**
 * Orders what was taken into chains, one per resource. A delivery waits while an earlier one of its resource waits for
 * one of its first retries; behind one that has failed RELEASE_AFTER_FAILURES times it no longer does.
 * @param taken by key, within one by revision (see takeDeliveries)
 */
export function planChains(taken: readonly LaneDelivery[], memory: InMemory): Plan {
  const plan: Plan = { chains: [], deferrals: [], isStale: false };
  for (const group of groupByKey(taken).values()) {
    const [first] = group;
    if (!first) continue;
    const key = orderKey(first);
    if (group.some(({ id }) => memory.knownIds.has(id)) && !memory.hasKey(key)) {
      // It ended while the snapshot was on its way, so what the snapshot says of this resource is old.
      plan.isStale = true;
      continue;
    }
    const deliveries = sendable(
      group.filter(({ id }) => !memory.knownIds.has(id)),
      plan.deferrals,
    );
    if (deliveries.length > 0) plan.chains.push({ key, deliveries });
  }
  return plan;
}

function groupByKey(taken: readonly LaneDelivery[]): Map<string, LaneDelivery[]> {
  const groups = new Map<string, LaneDelivery[]>();
  for (const delivery of taken) {
    const key = orderKey(delivery);
    const group = groups.get(key);
    if (group) group.push(delivery);
    else groups.set(key, [delivery]);
  }
  return groups;
}

function sendable(group: readonly LaneDelivery[], deferrals: Deferral[]): LaneDelivery[] {
  const chain: LaneDelivery[] = [];
  let blockedBy: string | null = null;
  for (const delivery of group) {
    const waitsForOwnRetry = delivery.dueForMs < 0 && delivery.attempts > 0;
    if (blockedBy !== null) {
      if (delivery.dueForMs >= 0) deferrals.push({ id: delivery.id, behind: blockedBy });
    } else if (!waitsForOwnRetry) {
      chain.push(delivery);
    } else if (failuresOf(delivery) < RELEASE_AFTER_FAILURES) {
      blockedBy = delivery.id;
    }
  }
  return chain;
}

/** A failing lane sends one ordinary delivery at a time: the one due longest. What a person asked for goes out as well. */
export function onlyProbe(chains: readonly Chain[]): Chain[] {
  const asked: Chain[] = [];
  let probe: LaneDelivery | undefined;
  for (const chain of chains) {
    const [first] = chain.deliveries;
    if (!first) continue;
    if (first.prio < 0) asked.push(chain);
    else if (!probe || first.dueForMs > probe.dueForMs) probe = first;
  }
  return probe ? [...asked, { key: orderKey(probe), deliveries: [probe] }] : asked;
}
