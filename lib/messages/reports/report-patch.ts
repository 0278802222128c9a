import type { Message } from "@/lib/db/generated/client";
import type { MessagePatch } from "@/lib/messages/change-message";
import { mayBecome, UNKNOWN_AFTER_CRASH } from "@/lib/messages/message-state";
import type { MessageReport } from "@/lib/messages/reports/report";
import type { MessageFailure } from "@/lib/messages/send-outcome";

/**
 * What a report changes in a message; null when nothing. Reports come late, twice and out of order: the state only moves
 * forward, each time is written once, and none is in the future or before the message.
 */
export function reportPatch(message: Message, report: MessageReport, now: Date): MessagePatch | null {
  const at = new Date(Math.max(Math.min(report.at.getTime(), now.getTime()), message.createdAt.getTime()));
  switch (report.kind) {
    case "sent":
      if (!mayBecome(message, "sent")) return null;
      return { status: "sent", sentAt: message.sentAt ?? at, ...NO_FAILURE };
    case "delivered":
      return deliveredPatch(message, at);
    case "bounced":
    case "failed":
      return failedPatch(message, at, report.failure ?? BOUNCED);
    case "complained":
      if (!mayBecome(message, "complained")) return null;
      return { status: "complained", complainedAt: message.complainedAt ?? at, sentAt: message.sentAt ?? at };
    case "opened":
      return hasLeft(message) && message.openedAt === null ? { openedAt: at } : null;
  }
}

/** True once it may have reached somebody: then a report can be about it. */
export function hasLeft(message: Message): boolean {
  if (message.status === "failed")
    return message.sentAt !== null || message.failureCode === UNKNOWN_AFTER_CRASH;
  return message.sentAt !== null || message.status === "sending";
}

function deliveredPatch(message: Message, at: Date): MessagePatch | null {
  const times = { deliveredAt: at, sentAt: message.sentAt ?? at };
  if (mayBecome(message, "delivered")) return { status: "delivered", ...times, ...NO_FAILURE };
  // Who complains has got it; only the news of that came late.
  return message.status === "complained" && message.deliveredAt === null ? times : null;
}

function failedPatch(message: Message, at: Date, failure: MessageFailure): MessagePatch | null {
  const isUnknown = message.status === "failed" && message.failureCode === UNKNOWN_AFTER_CRASH;
  if (!isUnknown && !(hasLeft(message) && mayBecome(message, "failed"))) return null;
  return {
    status: "failed",
    failedAt: message.failedAt ?? at,
    failureCode: failure.code,
    failureMessage: failure.message,
    failureProviderCode: failure.providerCode,
  };
}

const BOUNCED: MessageFailure = {
  code: "bounced",
  message: "It was returned as undeliverable.",
  providerCode: null,
};
const NO_FAILURE = { failedAt: null, failureCode: null, failureMessage: null, failureProviderCode: null };
