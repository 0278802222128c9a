import { type LaneSettings, readLaneSettings } from "@/lib/webhooks/lane/lane-settings";

/** A holder's view of its webhook's settings, never older than allowed. */
export class FreshSettings {
  #settings: LaneSettings | null = null;
  #readAtMs = Number.NEGATIVE_INFINITY;
  #validFromMs = Number.NEGATIVE_INFINITY;
  #isReading = false;

  constructor(
    private readonly webhookId: string,
    private readonly token: string,
    private readonly ageMaxMs: number,
    private readonly onRead: (settings: LaneSettings | null) => void,
  ) {}

  /** The settings when they are fresh enough to begin a request on. Otherwise null, and `onRead` tells when they are. */
  get(): LaneSettings | null {
    const isValid = this.#readAtMs >= this.#validFromMs;
    const ageMs = isValid ? performance.now() - this.#readAtMs : Number.POSITIVE_INFINITY;
    if (ageMs >= this.ageMaxMs / 2 && !this.#isReading) void this.#read();
    return ageMs < this.ageMaxMs ? this.#settings : null;
  }

  /** The next request waits for settings read from now on. */
  invalidate(): void {
    this.#validFromMs = performance.now();
  }

  async #read(): Promise<void> {
    this.#isReading = true;
    const askedAtMs = performance.now();
    try {
      const settings = await readLaneSettings(this.webhookId, this.token);
      this.#settings = settings;
      this.#readAtMs = askedAtMs;
      this.#isReading = false;
      this.onRead(settings);
    } catch {
      // No fresh settings, no request. The lane's loop asks again.
      this.#isReading = false;
    }
  }
}
