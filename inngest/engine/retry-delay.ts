const SECOND = 1_000;
const DELAYS_S = [15, 30, 60, 120, 300, 600, 1_200, 2_400, 3_600, 7_200];
const JITTER_S = 30;
const RETRY_AFTER_MIN_MS = SECOND;
const RETRY_AFTER_MAX_MS = 24 * 3_600 * SECOND;

/** Milliseconds until the next attempt after attempt number `attempt` (0 for the first) failed: 15 s to 2 h, plus 0-30 s. */
export function retryDelayMs(attempt: number, random = Math.random()): number {
  const seconds = DELAYS_S[Math.min(attempt, DELAYS_S.length - 1)] ?? 0;
  return (seconds + random * JITTER_S) * SECOND;
}

/** Reads a `retry-after` header, seconds or a date, kept between 1 s and 24 h; null when it's neither. */
export function readRetryAfterMs(header: string | null, nowMs = Date.now()): number | null {
  if (header === null) return null;
  const waitMs = /^\d{1,7}$/.test(header) ? Number(header) * SECOND : Date.parse(header) - nowMs;
  return Number.isNaN(waitMs) ? null : Math.min(Math.max(waitMs, RETRY_AFTER_MIN_MS), RETRY_AFTER_MAX_MS);
}
