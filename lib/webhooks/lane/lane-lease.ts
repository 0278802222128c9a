import { renewLease } from "@/lib/webhooks/lane/open-lane";

/**
 * One holder's lease, renewed in the background. A process can't know that it slept, so what is left is read from the
 * monotonic clock, counted from before the statement that granted it.
 */
export class LaneLease {
  #untilMs: number;
  #isLost = false;
  #isRenewing = false;
  readonly #timer: NodeJS.Timeout;

  constructor(
    readonly webhookId: string,
    readonly token: string,
    private readonly leaseMs: number,
    grantedAtMs: number,
    private readonly onLost: () => void,
  ) {
    this.#untilMs = grantedAtMs + leaseMs;
    this.#timer = setInterval(() => void this.#renew(), leaseMs / 4);
  }

  /** Whether a request may begin now. */
  get isHeld(): boolean {
    return !this.#isLost && performance.now() < this.#untilMs - this.leaseMs / 8;
  }

  get isLost(): boolean {
    return this.#isLost;
  }

  lose(): void {
    if (this.#isLost) return;
    this.#isLost = true;
    this.stop();
    this.onLost();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async #renew(): Promise<void> {
    if (this.#isRenewing) return;
    this.#isRenewing = true;
    const askedAtMs = performance.now();
    try {
      if (await renewLease(this.webhookId, this.token, this.leaseMs))
        this.#untilMs = askedAtMs + this.leaseMs;
      else this.lose();
    } catch {
      // The next tick asks again; until then the lease runs down.
    }
    this.#isRenewing = false;
  }
}
