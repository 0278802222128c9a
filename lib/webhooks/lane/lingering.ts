const releasedAtMs = new Map<string, number>();
const RECENT_MS = 1_000;
const REMEMBERED_MAX = 2_000;

/** Notes that this process has just handed a lane back. */
export function noteRelease(webhookId: string): void {
  if (releasedAtMs.size >= REMEMBERED_MAX) releasedAtMs.clear();
  releasedAtMs.set(webhookId, performance.now());
}

/**
 * Whether a lane with nothing left to do should stay open a moment longer. A busy one does: what comes next then goes
 * out without a new claim and a new run. One that is served now and then is handed back at once.
 */
export class Lingering {
  #untilMs: number | null = null;

  constructor(
    private readonly webhookId: string,
    private readonly lingerMs: number,
  ) {}

  /** How long it still stays open for nothing; null while there was something to do. */
  get leftMs(): number | null {
    return this.#untilMs === null ? null : this.#untilMs - performance.now();
  }

  /** There is something to do. */
  interrupt(): void {
    this.#untilMs = null;
  }

  /** @param takes how often this run found work */
  isOver(takes: number): boolean {
    const ageMs = performance.now() - (releasedAtMs.get(this.webhookId) ?? Number.NEGATIVE_INFINITY);
    if (takes === 0 || (takes === 1 && ageMs >= RECENT_MS)) return true;
    this.#untilMs ??= performance.now() + this.lingerMs;
    return performance.now() >= this.#untilMs;
  }
}
