const JITTER = 0.15;
const RETRY_AFTER_MAX_MS = 24 * 3_600_000;

export type NextAttempt = { kind: "retry"; delayMs: number } | { kind: "give_up" };

/**
 * When to try again after attempt number `attempt` (1, 2, 3 …) has failed. The delay is the schedule's, ±15 %; a
 * `Retry-After` only ever lengthens it, up to 24 hours. After the last delay has been used up there is no further attempt.
 *
 * @param delaysSeconds `WEBHOOK_RETRY_DELAYS`: the waits between attempts, one fewer than there are attempts
 * @param random 0 ≤ random < 1
 */
export function nextAttempt(
  attempt: number,
  retryAfterMs: number | null,
  delaysSeconds: readonly number[],
  random: number,
): NextAttempt {
  const seconds = delaysSeconds[attempt - 1];
  if (seconds === undefined) return { kind: "give_up" };
  const scheduledMs = seconds * 1000 * (1 - JITTER + 2 * JITTER * random);
  const askedMs = Math.min(retryAfterMs ?? 0, RETRY_AFTER_MAX_MS);
  return { kind: "retry", delayMs: Math.round(Math.max(scheduledMs, askedMs)) };
}
