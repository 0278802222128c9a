/** Wakes one waiting loop. A ring while nobody waits is kept for the next wait. */
export class Bell {
  #wasRung = false;
  #wake: (() => void) | null = null;

  ring(): void {
    this.#wasRung = true;
    this.#wake?.();
  }

  /** Resolves at the next ring, or after `timeoutMs`. @returns whether it rang */
  async wait(timeoutMs: number): Promise<boolean> {
    if (!this.#wasRung) {
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        timer = setTimeout(resolve, timeoutMs);
      });
      clearTimeout(timer);
      this.#wake = null;
    }
    const wasRung = this.#wasRung;
    this.#wasRung = false;
    return wasRung;
  }
}
