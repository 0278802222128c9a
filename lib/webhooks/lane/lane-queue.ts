import { type LaneDelivery, orderKey } from "@/lib/webhooks/lane/lane-delivery";
import type { Chain, InMemory } from "@/lib/webhooks/lane/plan-chains";

type OpenChain = { waiting: LaneDelivery[]; isSending: boolean };

/** The deliveries that a lane's holder has in memory: chains of which at most one delivery is on the wire each. */
export class LaneQueue {
  readonly #chains = new Map<string, OpenChain>();
  #startable: string[] = [];
  readonly #ids = new Set<string>();
  #waiting = 0;

  /** Deliveries not yet begun. */
  get length(): number {
    return this.#waiting;
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
      else {
        this.#chains.set(key, { waiting: [...deliveries], isSending: false });
        this.#startable.push(key);
      }
      for (const { id } of deliveries) this.#ids.add(id);
      this.#waiting += deliveries.length;
    }
  }

  /** The delivery that would begin next; it stays where it is. */
  peek(): LaneDelivery | undefined {
    const key = this.#startable[0];
    return key === undefined ? undefined : this.#chains.get(key)?.waiting[0];
  }

  /** Takes the one that `peek` shows; its chain waits until `ended`. */
  begin(): void {
    const key = this.#startable.shift();
    const chain = key === undefined ? undefined : this.#chains.get(key);
    if (!chain) return;
    chain.waiting.shift();
    chain.isSending = true;
    this.#waiting -= 1;
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
      this.#startable.push(key);
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
    this.#startable = [];
  }

  /** Their outcome is in the database now. */
  recorded(ids: readonly string[]): void {
    for (const id of ids) this.#ids.delete(id);
  }

  #leave(deliveries: readonly LaneDelivery[]): void {
    this.#waiting -= deliveries.length;
    for (const { id } of deliveries) this.#ids.delete(id);
  }
}
