import { gatherMs } from "@/lib/webhooks/gather-ms";

const WRITE_AFTER_MS = 4;
const WRITE_AGAIN_AFTER_MS = 250;
const WRITE_SIZE = 40;

/**
 * When a lane's holder looks for work and when it writes outcomes, on the monotonic clock. What comes alone is dealt with
 * at once; under load looks and writes wait until more has come together.
 */
export class LaneRhythm {
  #gatherMs = 0;
  #takeAtMs = 0;
  #writeAtMs = 0;
  #writeAgainAtMs = 0;

  /** A look found so much; `isMoreDue`: it was cut short. */
  took(count: number, isMoreDue: boolean): void {
    this.#gatherMs = isMoreDue ? 0 : gatherMs(count);
    this.#takeAtMs = performance.now() + this.#gatherMs;
  }

  /** The first outcome after a write has come, or a write has ended. */
  startGathering(): void {
    this.#writeAtMs = performance.now() + Math.max(WRITE_AFTER_MS, this.#gatherMs);
  }

  failedToWrite(): void {
    this.#writeAgainAtMs = performance.now() + WRITE_AGAIN_AFTER_MS;
  }

  get takeInMs(): number {
    return this.#takeAtMs - performance.now();
  }

  get writeInMs(): number {
    return Math.max(this.#writeAtMs, this.#writeAgainAtMs) - performance.now();
  }

  /**
   * @param isDrained nothing is on the wire and nothing waits for it
   * @param isLast nothing more can come
   */
  isWriteDue(size: number, isDrained: boolean, isLast: boolean): boolean {
    const now = performance.now();
    if (now < this.#writeAgainAtMs) return false;
    return size >= WRITE_SIZE || now >= this.#writeAtMs || (isDrained && (isLast || this.#gatherMs === 0));
  }
}
