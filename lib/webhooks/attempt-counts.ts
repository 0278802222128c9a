import type { AttemptOutcome } from "@/lib/webhooks/attempt-outcome";

/** What became of an attempt, for an operator's figures: `ours` failed on our side and doesn't count. */
export type AttemptResult = "delivered" | "failed" | "ours";

const counts: Record<AttemptResult, number> = { delivered: 0, failed: 0, ours: 0 };

/** Counts an attempt of this process. */
export function countAttempt(outcome: Pick<AttemptOutcome, "kind" | "fault">): void {
  counts[outcome.kind === "delivered" ? "delivered" : outcome.fault === "ours" ? "ours" : "failed"] += 1;
}

/** Attempts of this process since it started. */
export function attemptCounts(): Readonly<Record<AttemptResult, number>> {
  return counts;
}
