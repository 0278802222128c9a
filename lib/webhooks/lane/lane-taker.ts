import { isProbing } from "@/lib/webhooks/lane/lane-pace";
import type { LaneQueue } from "@/lib/webhooks/lane/lane-queue";
import type { LaneRecorder } from "@/lib/webhooks/lane/lane-recorder";
import type { LaneRhythm } from "@/lib/webhooks/lane/lane-rhythm";
import type { LaneWire } from "@/lib/webhooks/lane/lane-wire";
import { onlyProbe, planChains } from "@/lib/webhooks/lane/plan-chains";
import { takeDeliveries } from "@/lib/webhooks/lane/take-deliveries";
import { takeLimits } from "@/lib/webhooks/lane/take-limits";

const TAKE_BELOW = 48;

export type TakerParts = {
  queue: LaneQueue;
  recorder: LaneRecorder;
  wire: LaneWire;
  rhythm: LaneRhythm;
};

/** Brings a lane's due deliveries into memory, some at a time, whenever there may be more and there is room. */
export class LaneTaker {
  /** The lane's `wakes` at the last look. */
  wakes = 0;
  takesWithWork = 0;
  isTaking = false;
  #wantsTake = true;
  /** Retries or replays may be due that found no room. */
  #leftBehind = false;
  /** The last look was for a probe only. */
  #tookForProbe = false;
  /** Raised when what is in memory, or on its way there, no longer counts. */
  #generation = 0;

  constructor(
    private readonly webhookId: string,
    private readonly parts: TakerParts,
  ) {}

  /** Something may be due that isn't in memory, and there is room for it. */
  get wants(): boolean {
    return this.#wantsTake || (this.#leftBehind && this.parts.queue.length < TAKE_BELOW);
  }

  /** Something may have come. */
  lookAgain(): void {
    this.#wantsTake = true;
  }

  /** Forgets what has not begun and looks anew. */
  startOver(): void {
    this.#generation += 1;
    this.parts.queue.clear();
    this.#wantsTake = true;
  }

  mayTake(): boolean {
    const { queue, recorder, wire, rhythm } = this.parts;
    const isDrained = queue.length === 0 && wire.inFlight === 0;
    // The probe was answered: the lane works again.
    if (this.#tookForProbe && !isProbing(recorder.health.streak)) this.#wantsTake = true;
    if (!this.wants || this.isTaking || rhythm.takeInMs > 0) return false;
    if (wire.isCareful && this.takesWithWork > 0) {
      if (!isDrained) return false;
      wire.isCareful = false;
    }
    return this.#tookForProbe ? isDrained : queue.urgentLength < TAKE_BELOW;
  }

  /** @param mayProbe false while the lane rests */
  async take(mayProbe: boolean): Promise<void> {
    const { queue, recorder, wire, rhythm } = this.parts;
    const { streak } = recorder.health;
    const generation = this.#generation;
    // However many retries and replays are in memory, what is new comes in beside them.
    const isFull = queue.length >= TAKE_BELOW;
    const limits = takeLimits({ streak, mayProbe, isCareful: wire.isCareful, isFull });
    this.isTaking = true;
    this.#wantsTake = false;
    this.#leftBehind = isFull;
    this.#tookForProbe = isProbing(streak);
    try {
      const memory = queue.snapshot();
      const taken = await takeDeliveries(this.webhookId, [...memory.knownIds], limits);
      this.wakes = taken.wakes;
      if (generation !== this.#generation) return;
      const plan = planChains(taken.deliveries, memory);
      const chains = this.#tookForProbe ? onlyProbe(plan.chains) : plan.chains;
      queue.add(chains);
      recorder.defer(plan.deferrals);
      if (chains.length > 0) this.takesWithWork += 1;
      this.#wantsTake ||= plan.isStale || (taken.hasMore && !this.#tookForProbe);
      rhythm.took(chains.flatMap(({ deliveries }) => deliveries).length, taken.hasMore);
    } finally {
      this.isTaking = false;
    }
  }
}
