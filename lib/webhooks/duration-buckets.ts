const GROWTH = 1.25;
const BUCKETS = 44;

/**
 * Counts durations by size: bucket n holds what took at most 1.25ⁿ milliseconds and more than the bucket before, the last
 * one everything longer (about 15 s). Without empty buckets at its end.
 */
export function countDurations(durationsMs: readonly number[]): number[] {
  const counts: number[] = [];
  for (const ms of durationsMs) {
    const bucket = bucketOf(ms);
    while (counts.length <= bucket) counts.push(0);
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  return counts;
}

/** Adds counts up, bucket by bucket. */
export function addDurations(counts: readonly (readonly number[])[]): number[] {
  return Array.from({ length: Math.max(0, ...counts.map(({ length }) => length)) }, (_, bucket) =>
    counts.reduce((sum, each) => sum + (each[bucket] ?? 0), 0),
  );
}

/** The time within which this share of the answers came, in milliseconds and at most 25 % too long; null without any. */
export function durationWithin(counts: readonly number[], share: number): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  let seen = 0;
  const bucket = counts.findIndex((count) => (seen += count) >= total * share);
  return Math.round(GROWTH ** bucket);
}

function bucketOf(ms: number): number {
  if (ms <= 1) return 0;
  return Math.min(BUCKETS - 1, Math.ceil(Math.log(ms) / Math.log(GROWTH) - 1e-9));
}
