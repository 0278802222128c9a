import type { Tx } from "@/lib/db/client";
import type { Message } from "@/lib/db/generated/client";
import type { SuppressionReason } from "@/lib/db/generated/enums";
import { changeMessage, type MessagePatch } from "@/lib/messages/change-message";
import { ADDRESS_UNKNOWN } from "@/lib/messages/drivers/smtp-failure";
import { RECIPIENT_STOPPED } from "@/lib/messages/drivers/twilio-failure";
import { mayBecome } from "@/lib/messages/message-state";
import type { SendOutcome } from "@/lib/messages/send-outcome";
import type { SendLease } from "@/lib/messages/sending/lease-message";
import { sendReport, type SendReport } from "@/lib/messages/sending/send-report";
import type { SendTools } from "@/lib/messages/sending/send-tools";
import { suppress } from "@/lib/suppressions/suppress";

const SUPPRESSES: Readonly<Record<string, SuppressionReason>> = {
  [ADDRESS_UNKNOWN]: "bounced",
  [RECIPIENT_STOPPED]: "stopped",
};

/**
 * Writes down what became of a leased message. Inside `withEvents`. Only the holder of the lease can, also after it was
 * taken for dead; and only forward, since a callback may have come before the provider's answer did.
 */
export async function recordOutcome(
  tx: Tx,
  lease: SendLease,
  outcome: SendOutcome,
  tools: SendTools,
): Promise<SendReport> {
  const now = tools.now();
  const { id, projectId } = lease;
  let isOurs = false;
  const { message } = await changeMessage(tx, { id, projectId }, (held) => {
    isOurs = held.sendToken === lease.token;
    return isOurs ? outcomePatch(held, lease, outcome, tools, now) : null;
  });
  if (!isOurs) return sendReport(id, "nothing to do", { detail: message.status });
  await settleLink(tx, lease, outcome, now);
  const mayHaveLeft = outcome.kind === "accepted" || outcome.kind === "unknown";
  if (lease.isReal && mayHaveLeft) await tx.messageContent.deleteMany({ where: { messageId: id } });
  const reason = outcome.kind === "refused" ? SUPPRESSES[outcome.failure.code] : undefined;
  if (reason) await suppress(tx, { projectId, channel: message.channel, address: message.to }, reason);
  if (outcome.kind === "accepted") return sendReport(id, "sent", { detail: lease.provider });
  const { code } = outcome.failure;
  if (message.status !== "scheduled") return sendReport(id, "failed", { detail: code });
  return sendReport(id, "will be tried again", { detail: code, wakeAt: message.dueAt, now });
}

function outcomePatch(
  held: Message,
  lease: SendLease,
  outcome: SendOutcome,
  tools: SendTools,
  now: Date,
): MessagePatch {
  const released: MessagePatch = { sendToken: null };
  if (outcome.kind === "accepted") {
    const { provider, from } = lease;
    return {
      ...released,
      ...(mayBecome(held, "sent") ? { status: "sent", ...NO_FAILURE } : {}),
      sentAt: held.sentAt ?? now,
      provider,
      providerMessageId: outcome.providerMessageId,
      from,
    };
  }
  if (held.status !== "sending") return released;
  const { failure } = outcome;
  const delayMs = tools.retryDelaysMs[held.attempts];
  if (outcome.kind === "temporary" && delayMs !== undefined) {
    return {
      ...released,
      status: "scheduled",
      dueAt: new Date(now.getTime() + delayMs),
      attempts: held.attempts + 1,
      // Without a code it stays between us: the message hasn't failed.
      failureMessage: failure.message,
    };
  }
  return {
    ...released,
    status: "failed",
    failedAt: now,
    failureCode: failure.code,
    failureMessage: failure.message,
    failureProviderCode: failure.providerCode,
  };
}

const NO_FAILURE = { failedAt: null, failureCode: null, failureMessage: null, failureProviderCode: null };

/** When the link left this server: now, or it didn't. Of what nobody knows it stays as it was noted before. */
async function settleLink(tx: Tx, lease: SendLease, outcome: SendOutcome, now: Date): Promise<void> {
  if (!lease.isReal || outcome.kind === "unknown") return;
  await tx.ratingLink.updateMany({
    where: { messageId: lease.id, projectId: lease.projectId },
    data: { leftAt: outcome.kind === "accepted" ? now : null },
  });
}
