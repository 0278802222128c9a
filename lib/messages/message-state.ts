import type { MessageStatus } from "@/lib/db/generated/enums";

/** `failureCode` of a message whose sender died: it may have been sent. */
export const UNKNOWN_AFTER_CRASH = "unknown_after_crash";

/**
 * Where a message may go from each state: only forward, so that reports may come late, twice and out of order.
 * `canceled`, `skipped` and `complained` are ends.
 */
const NEXT: Record<MessageStatus, readonly MessageStatus[]> = {
  scheduled: ["sending", "canceled", "skipped", "failed"],
  // Back to scheduled after a temporary failure. A report may come before the provider's answer has.
  sending: ["scheduled", "sent", "delivered", "failed", "complained"],
  sent: ["delivered", "failed", "complained"],
  delivered: ["failed", "complained"],
  failed: ["complained"],
  complained: [],
  canceled: [],
  skipped: [],
};

/**
 * True when a message in this state may take the next one. The same state again is no change.
 * A failed message of which nobody knew whether it left may still turn out to be sent.
 */
export function mayBecome(
  message: { status: MessageStatus; failureCode: string | null },
  next: MessageStatus,
): boolean {
  if (message.status === "failed" && message.failureCode === UNKNOWN_AFTER_CRASH) {
    return next === "sent" || next === "delivered" || next === "complained";
  }
  return NEXT[message.status].includes(next);
}

/** True while nothing of it has left: it can be canceled or moved. Not while its sender holds it. */
export function isUnsent(status: MessageStatus): boolean {
  return status === "scheduled";
}

/** Why nothing can be done with a message that its sender holds. */
export const BEING_SENT = "This message is being sent right now. Try again in a moment.";
