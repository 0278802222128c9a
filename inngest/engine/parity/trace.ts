type Entry = { what: string; at: number; detail: unknown };

/** What the fixture functions of one app did, by the `key` in the data of the event that started them. */
export class Trace {
  readonly #entries = new Map<string, Entry[]>();
  readonly #active = new Map<string, number>();
  readonly #peaks = new Map<string, number>();

  record(key: string, what: string, detail: unknown = null): void {
    this.#entries.set(key, [...this.of(key), { what, at: Date.now(), detail }]);
  }

  of(key: string): Entry[] {
    return this.#entries.get(key) ?? [];
  }

  /** Names in order of time. */
  names(key: string): string[] {
    return this.of(key).map(({ what }) => what);
  }

  details(key: string, what: string): unknown[] {
    return this.of(key)
      .filter((entry) => entry.what === what)
      .map(({ detail }) => detail);
  }

  count(key: string, what: string): number {
    return this.details(key, what).length;
  }

  /** Runs `work` and remembers how many ran at once under the same name. */
  async alongside<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    const active = (this.#active.get(name) ?? 0) + 1;
    this.#active.set(name, active);
    this.#peaks.set(name, Math.max(active, this.peak(name)));
    try {
      return await work();
    } finally {
      this.#active.set(name, (this.#active.get(name) ?? 1) - 1);
    }
  }

  /** The most that ever ran at once under a name. */
  peak(name: string): number {
    return this.#peaks.get(name) ?? 0;
  }
}
