const firstMs = 1_000;
const mostMs = 30_000;
/** A process that ran this long was well; its next failure counts as the first. */
const wellAfterMs = 60_000;

/** How long to wait before a process that ended is started again: 1 s, doubling to 30 s with each quick failure. */
export function restartDelay(failuresInRow: number): number {
  return Math.min(mostMs, firstMs * 2 ** Math.min(failuresInRow - 1, 10));
}

/** The failures in a row, counting the one that just ended a run of `ranMs`. */
export function countFailure(failuresInRow: number, ranMs: number): number {
  return ranMs >= wellAfterMs ? 1 : failuresInRow + 1;
}
