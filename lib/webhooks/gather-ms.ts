const MS_EACH = 2;
const MS_MAX = 20;

/**
 * How long to let work come together, in milliseconds, when so many pieces came at the last look. Up to some 500 pieces a
 * second each is seen to at once; above, every look finds more than the one before and costs no more.
 */
export function gatherMs(count: number): number {
  return count <= 1 ? 0 : Math.min(MS_MAX, MS_EACH * count);
}
