import { RELEASE_AFTER_FAILURES } from "@/lib/webhooks/lane/lane-delivery";
import { durationWords } from "@/lib/webhooks/moment-words";
import type { HealthThresholds } from "@/lib/webhooks/webhook-health";

const HOUR_MS = 3_600_000;

/** When a failing webhook is turned off and who is told, in words. */
export function turnOffWords(thresholds: HealthThresholds): string {
  const hours = (value: number) => durationWords(value * HOUR_MS);
  const notices = thresholds.noticeAfterHours.map(hours).join(", after ");
  return (
    `A webhook is turned off when nothing has succeeded for ${hours(thresholds.disableAfterHours)} since the first ` +
    `failure (${hours(thresholds.disableAfterHoursNeverSucceeded)} when it has never worked). At least ` +
    `${thresholds.minAttempts} attempts for at least ${thresholds.minEvents} events must have failed, the first and ` +
    `the last at least ${hours(thresholds.minSpanHours)} apart. Owners and admins get a mail ` +
    `${notices ? `after ${notices}, and ` : ""}when it is turned off.`
  );
}

/**
 * How long an event waits for an earlier one of its review or message, in words.
 * @param delaysSeconds `WEBHOOK_RETRY_DELAYS`
 */
export function orderWords(delaysSeconds: readonly number[]): string {
  const seconds = delaysSeconds.slice(0, RELEASE_AFTER_FAILURES - 1).reduce((sum, delay) => sum + delay, 0);
  const failures = Math.min(RELEASE_AFTER_FAILURES, delaysSeconds.length + 1);
  return (
    `until that one is delivered or has failed ${failures} ${failures === 1 ? "time" : "times"}` +
    (seconds > 0 ? ` (about ${durationWords(seconds * 1000)})` : "")
  );
}
