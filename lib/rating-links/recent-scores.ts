const WINDOW_MS = 60_000;
const LINKS_MAX = 20_000;

/** Which scores of which links were asked for within 60 s. In memory; nothing is stored. */
export class RecentScores {
  readonly #seen = new Map<string, Map<number, number>>();

  /** @returns how many different scores of the link are known now, and whether this one was not. */
  note(linkId: string, score: number, nowMs: number = Date.now()): { count: number; isNew: boolean } {
    const scores = this.#seen.get(linkId) ?? new Map<number, number>();
    for (const [known, atMs] of scores) if (nowMs - atMs >= WINDOW_MS) scores.delete(known);
    const isNew = !scores.has(score);
    scores.set(score, nowMs);
    this.#seen.delete(linkId);
    this.#seen.set(linkId, scores);
    const oldest = this.#seen.keys().next().value;
    if (this.#seen.size > LINKS_MAX && oldest !== undefined) this.#seen.delete(oldest);
    return { count: scores.size, isNew };
  }
}
