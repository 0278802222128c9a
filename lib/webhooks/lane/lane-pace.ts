import type { AttemptOutcome } from "@/lib/webhooks/attempt-outcome";

export const WINDOW_START = 4;
export const WINDOW_MAX = 16;
const FAILING_STREAK = 5;

/** After this many failures in a row a lane only probes, one delivery at a time. */
export function isProbing(streak: number): boolean {
  return streak >= FAILING_STREAK;
}

/** How many requests may be in flight after some have ended: doubles on success alone, halves on failures. */
export function nextWindow(window: number, ended: { delivered: number; failed: number }): number {
  // Two places at least, so that one slow answer never stops a lane that works.
  if (ended.failed > 0) return Math.max(2, Math.floor(window / 2));
  return ended.delivered > 0 ? Math.min(WINDOW_MAX, window * 2) : window;
}

/**
 * How long a failing lane waits between probes, in milliseconds: `backlog` before the next one of what is waiting, `fresh`
 * before one that something new asks for. Never longer than the schedule's own delay at this point.
 * @param delaysSeconds `WEBHOOK_RETRY_DELAYS`
 */
export function probeGaps(
  streak: number,
  delaysSeconds: readonly number[],
): { backlog: number; fresh: number } {
  if (!isProbing(streak)) return { backlog: 0, fresh: 0 };
  const scheduleMs = (delaysSeconds[streak - 1] ?? delaysSeconds.at(-1) ?? 0) * 1000;
  const doublings = Math.min(streak - FAILING_STREAK, 6);
  return {
    backlog: Math.min(60_000, 2_000 * 2 ** doublings, scheduleMs),
    fresh: Math.min(10_000, 1_000 * 2 ** doublings, scheduleMs),
  };
}

const REST_MIN_MS = 1_000;
const REST_MAX_MS = 600_000;

/**
 * How long a whole webhook is left alone after an answer, in milliseconds: as long as a 429 asks, one second when it
 * doesn't say, and no more than ten minutes, after which it is asked anew (RFC 6585, 4).
 */
export function restAfter({ statusCode, retryAfterMs }: Pick<AttemptOutcome, "statusCode" | "retryAfterMs">) {
  return statusCode === 429 ? Math.min(REST_MAX_MS, Math.max(REST_MIN_MS, retryAfterMs ?? 0)) : 0;
}
