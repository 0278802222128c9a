type Stoppable = { stop: () => void };

/** Stops what runs under a signal when it aborts, with one listener per signal however many attempts share it. */
export class AttemptAborts {
  #bySignal = new WeakMap<AbortSignal, Set<Stoppable>>();

  add(signal: AbortSignal, run: Stoppable) {
    const runs = this.#bySignal.get(signal) ?? this.#listen(signal);
    runs.add(run);
  }

  remove(signal: AbortSignal, run: Stoppable) {
    this.#bySignal.get(signal)?.delete(run);
  }

  #listen(signal: AbortSignal): Set<Stoppable> {
    const runs = new Set<Stoppable>();
    this.#bySignal.set(signal, runs);
    signal.addEventListener("abort", () => runs.forEach((run) => run.stop()), { once: true });
    return runs;
  }
}
