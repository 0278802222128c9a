import type { MessageChannel, MessageStatus, SuppressionReason } from "@/lib/db/generated/enums";
import type { MessageDeletedReason } from "@/lib/messages/change-message";
import type { MessageFailure } from "@/lib/messages/send-outcome";
import { nextSendSlot, type SendWindow } from "@/lib/messages/sending/send-slot";

/** Everything that decides whether a message may leave now. */
export type SendFacts = {
  channel: MessageChannel;
  status: MessageStatus;
  dueAt: Date;
  ignoresQuietHours: boolean;
  isRequestCanceled: boolean;
  isRated: boolean;
  /** The customer can still be reached on this channel. */
  hasAddress: boolean;
  unsubscribedAt: Date | null;
  suppression: SuppressionReason | null;
  /** Null: it has none, or no longer. */
  link: { expiresAt: Date | null; isCanceled: boolean } | null;
  hasContent: boolean;
  /** An e-mail that would leave this server without the project's postal address. */
  lacksPostalAddress: boolean;
  smsWindow: SendWindow;
  timeZone: string;
};

export type SendDecision =
  | { kind: "send" }
  /** Somebody else has, or will. */
  | { kind: "nothing"; why: MessageStatus }
  | { kind: "wait"; until: Date }
  | { kind: "cancel"; reason: MessageDeletedReason }
  | { kind: "skip"; failure: MessageFailure }
  /** Until somebody mends what is missing and sends it again. */
  | { kind: "fail"; failure: MessageFailure }
  /** Into the next time at which SMS may leave. */
  | { kind: "move"; to: Date };

/** Decides at the moment of sending, under the message's lock. Pure: the same facts always give the same decision. */
export function decideSend(facts: SendFacts, now: Date): SendDecision {
  if (facts.status !== "scheduled") return { kind: "nothing", why: facts.status };
  if (facts.dueAt > now) return { kind: "wait", until: facts.dueAt };
  if (facts.isRated) return { kind: "cancel", reason: "canceled_customer_rated" };
  if (facts.isRequestCanceled) return { kind: "cancel", reason: "canceled_by_user" };
  const obstacle = findObstacle(facts, now);
  if (obstacle) return { kind: "skip", failure: { ...obstacle, providerCode: null } };
  if (facts.lacksPostalAddress) return { kind: "fail", failure: NO_POSTAL_ADDRESS };
  if (facts.channel === "sms" && !facts.ignoresQuietHours) {
    const slot = nextSendSlot(now, facts.smsWindow, facts.timeZone);
    if (slot > now) return { kind: "move", to: slot };
  }
  return { kind: "send" };
}

const NO_POSTAL_ADDRESS: MessageFailure = {
  code: "postal_address_missing",
  message:
    "It was written without your postal address. Enter that under Settings > Messages, then send it again.",
  providerCode: null,
};

const SUPPRESSED: Record<SuppressionReason, { code: string; message: string }> = {
  unsubscribed: { code: "unsubscribed", message: "The customer has unsubscribed." },
  stopped: { code: "recipient_stopped", message: "The customer has opted out of SMS by replying STOP." },
  bounced: { code: "address_bounced", message: "An earlier message to this address was returned." },
  complained: { code: "address_complained", message: "The customer has marked an earlier message as spam." },
};

function findObstacle(facts: SendFacts, now: Date): { code: string; message: string } | null {
  if (facts.suppression) return SUPPRESSED[facts.suppression];
  if (facts.unsubscribedAt) return SUPPRESSED.unsubscribed;
  if (!facts.hasAddress) {
    const what = facts.channel === "email" ? "e-mail address" : "phone number";
    return { code: "address_missing", message: `The customer has no ${what} any more.` };
  }
  if (!facts.link || facts.link.isCanceled || (facts.link.expiresAt && facts.link.expiresAt <= now)) {
    return { code: "link_expired", message: "Its rating link no longer works." };
  }
  if (!facts.hasContent) return { code: "content_missing", message: "Its text is no longer kept." };
  return null;
}
