import { type LaneDelivery, orderKey } from "@/lib/webhooks/lane/lane-delivery";
import type { Chain, InMemory } from "@/lib/webhooks/lane/plan-chains";

type OpenChain = { waiting: LaneDelivery[]; isSending: boolean };

/** One of so many turns goes to what is less urgent, so that nothing waits for ever behind a steady stream. */
const SHARED_TURN = 8;

/**
 * The deliveries that a lane's holder has in memory: chains of which at most one delivery is on the wire each. The most
 * urgent begins next: what a person asked for, first attempts, retries, replays.
 */
export class LaneQueue {
  readonly #chains = new Map<string, OpenChain>();
  /** Keys of chains that may begin, by urgency, each class in order of arrival. */
  readonly #startable = [new Set<string>(), new Set<string>(), new Set<string>(), new Set<string>()];
  #turns = 0;
  readonly #ids = new Set<string>();
  #waiting = 0;
  #urgent = 0;

  /** Deliveries not yet begun. */
  get length(): number {
    return this.#waiting;
  }

  /** Those among them that are neither retries nor replays. */
  get urgentLength(): number {
    return this.#urgent;
  }

  /** Everything queued, on the wire, or ended and not yet recorded. */
  get ids(): string[] {
    return [...this.#ids];
  }

  /** What planChains needs to know; `knownIds` as of now. */
  snapshot(): InMemory {
    return { knownIds: new Set(this.#ids), hasKey: (key) => this.#chains.has(key) };
  }

  add(chains: readonly Chain[]): void {
    for (const { key, deliveries } of chains) {
      const chain = this.#chains.get(key);
      if (chain) chain.waiting.push(...deliveries);
      else this.#chains.set(key, { waiting: [...deliveries], isSending: false });
      if (!chain?.isSending) this.#offer(key);
      for (const { id } of deliveries) this.#ids.add(id);
      this.#count(deliveries, 1);
    }
  }

  /** The delivery that would begin next; it stays where it is. */
  peek(): LaneDelivery | undefined {
    const key = this.#nextKey();
    return key === undefined ? undefined : this.#chains.get(key)?.waiting[0];
  }

  /** Takes the one that `peek` shows; its chain waits until `ended`. */
  begin(): void {
    const key = this.#nextKey();
    const chain = key === undefined ? undefined : this.#chains.get(key);
    if (key === undefined || !chain) return;
    for (const keys of this.#startable) keys.delete(key);
    this.#turns += 1;
    this.#count(chain.waiting.splice(0, 1), -1);
    chain.isSending = true;
  }

  /**
   * The delivery begun last in its chain has ended. Its followers may begin, or leave the queue with it.
   * @returns the followers that left
   */
  ended(delivery: LaneDelivery, mayFollowersBegin: boolean): LaneDelivery[] {
    const key = orderKey(delivery);
    const chain = this.#chains.get(key);
    if (!chain) return [];
    chain.isSending = false;
    if (mayFollowersBegin && chain.waiting.length > 0) {
      this.#offer(key);
      return [];
    }
    this.#chains.delete(key);
    this.#leave(chain.waiting);
    return chain.waiting;
  }

  /** Drops everything that has not begun. */
  clear(): void {
    for (const [key, chain] of this.#chains) {
      this.#leave(chain.waiting);
      chain.waiting = [];
      if (!chain.isSending) this.#chains.delete(key);
    }
    for (const keys of this.#startable) keys.clear();
  }

  /** Their outcome is in the database now. */
  recorded(ids: readonly string[]): void {
    for (const id of ids) this.#ids.delete(id);
  }

  /** Lets a chain begin in the class of the most urgent one that waits in it. */
  #offer(key: string): void {
    const waiting = this.#chains.get(key)?.waiting ?? [];
    const urgency = Math.min(...waiting.map(({ prio }) => prio)) + 1;
    for (const [index, keys] of this.#startable.entries()) {
      if (index !== urgency) keys.delete(key);
      else keys.add(key);
    }
  }

  #nextKey(): string | undefined {
    const classes = this.#startable.filter(({ size }) => size > 0);
    const round = Math.floor(this.#turns / SHARED_TURN);
    const isShared = classes.length > 1 && this.#turns % SHARED_TURN === SHARED_TURN - 1;
    const chosen = isShared ? classes[1 + (round % (classes.length - 1))] : classes[0];
    return chosen?.values().next().value;
  }

  #leave(deliveries: readonly LaneDelivery[]): void {
    this.#count(deliveries, -1);
    for (const { id } of deliveries) this.#ids.delete(id);
  }

  #count(deliveries: readonly LaneDelivery[], sign: 1 | -1): void {
    this.#waiting += sign * deliveries.length;
    this.#urgent += sign * deliveries.filter(({ prio }) => prio <= 0).length;
  }
}
