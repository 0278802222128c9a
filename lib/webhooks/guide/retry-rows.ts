import { durationWords } from "@/lib/webhooks/moment-words";

export type RetryRow = { attempt: number; wait: string; total: string };

/**
 * The attempts of a delivery in words: how long after the one before, and after the first.
 * @param delaysSeconds `WEBHOOK_RETRY_DELAYS`
 */
export function retryRows(delaysSeconds: readonly number[]): RetryRow[] {
  let totalSeconds = 0;
  const rows = delaysSeconds.map((seconds, at) => {
    totalSeconds += seconds;
    return {
      attempt: at + 2,
      wait: durationWords(seconds * 1000),
      total: hoursWords(totalSeconds),
    };
  });
  return [{ attempt: 1, wait: "at once", total: "" }, ...rows];
}

/** Days would round too much away: `76 hours` rather than `3 days`. */
function hoursWords(seconds: number): string {
  return seconds < 2 * 3_600 ? durationWords(seconds * 1000) : `${Math.round(seconds / 3_600)} hours`;
}
