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
 * @param takes how often this run found work
 */
export function shouldLinger(webhookId: string, takes: number): boolean {
  const ageMs = performance.now() - (releasedAtMs.get(webhookId) ?? Number.NEGATIVE_INFINITY);
  return takes > 1 || (takes === 1 && ageMs < RECENT_MS);
}
