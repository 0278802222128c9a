import type { AttemptOutcome } from "@/lib/webhooks/attempt-outcome";
import { failuresOf, type LaneDelivery, RELEASE_AFTER_FAILURES } from "@/lib/webhooks/lane/lane-delivery";
import { nextAttempt } from "@/lib/webhooks/retry-schedule";

/** What an attempt's outcome makes of its delivery. */
export type NextState =
  | { status: "delivered" }
  | { status: "failed"; reason: string }
  | { status: "waiting"; prio: number; dueInMs: number; isUncounted: boolean; isReleased: boolean };

const OUR_FAULT_DELAY_MAX_MS = 60_000;
/** About 76 hours of one a minute: as long as the schedule lasts. */
const OUR_FAULTS_MAX = 4_600;

type Attempted = Pick<LaneDelivery, "attempts" | "uncounted" | "prio">;
type Outcome = Pick<AttemptOutcome, "kind" | "fault" | "retryAfterMs">;

/**
 * Faults of the receiver move a delivery along the schedule. Our own are tried again within a minute without using it
 * up, but not for ever.
 * @param delivery as it was before this attempt
 * @param delaysSeconds `WEBHOOK_RETRY_DELAYS`
 * @param random 0 ≤ random < 1
 */
export function nextState(
  delivery: Attempted,
  outcome: Outcome,
  delaysSeconds: readonly number[],
  random: number,
): NextState {
  if (outcome.kind === "delivered") return { status: "delivered" };
  const failures = failuresOf(delivery) + 1;
  const next = nextAttempt(failures, outcome.retryAfterMs, delaysSeconds, random);
  const prio = delivery.prio === 0 ? 1 : delivery.prio;
  if (outcome.fault === "ours") {
    if (delivery.uncounted >= OUR_FAULTS_MAX) {
      return { status: "failed", reason: "Not sent: the fault on our side lasted too long" };
    }
    const delayMs = next.kind === "retry" ? next.delayMs : OUR_FAULT_DELAY_MAX_MS;
    const dueInMs = Math.min(delayMs, OUR_FAULT_DELAY_MAX_MS);
    return { status: "waiting", prio, dueInMs, isUncounted: true, isReleased: false };
  }
  if (next.kind === "give_up") {
    return {
      status: "failed",
      reason: failures === 1 ? "The only attempt failed" : `All ${failures} attempts failed`,
    };
  }
  const isReleased = failures >= RELEASE_AFTER_FAILURES;
  return { status: "waiting", prio, dueInMs: next.delayMs, isUncounted: false, isReleased };
}
