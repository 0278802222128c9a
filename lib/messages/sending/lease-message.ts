import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/db/client";
import { canceled } from "@/lib/messages/cancel-unsent";
import { changeMessage } from "@/lib/messages/change-message";
import { outboxDriver } from "@/lib/messages/drivers/outbox-driver";
import type { SendOutcome } from "@/lib/messages/send-outcome";
import { decideSend } from "@/lib/messages/sending/decide-send";
import { lockForSending, type MessageToSend, readSendFacts } from "@/lib/messages/sending/lock-for-sending";
import { outgoingEmail, outgoingSms, presentSender } from "@/lib/messages/sending/outgoing-message";
import { sendReport, type SendReport } from "@/lib/messages/sending/send-report";
import type { SendTools } from "@/lib/messages/sending/send-tools";

/** A message that is ours to send until the lease ends. */
export type SendLease = {
  id: string;
  projectId: string;
  token: string;
  endsAt: Date;
  provider: "outbox" | "smtp" | "twilio";
  isReal: boolean;
  from: string;
  send: () => Promise<SendOutcome>;
};

/**
 * Looks at a message under its lock and takes it for sending, or does with it what else has become right. Inside
 * `withEvents`. A link counts as having left from here on, since a mail server may scan a mail before it takes it.
 */
export async function leaseMessage(
  tx: Tx,
  messageId: string,
  tools: SendTools,
): Promise<SendLease | SendReport> {
  const message = await lockForSending(tx, messageId);
  if (!message) return sendReport(messageId, "gone");
  const now = tools.now();
  const way = handover(message, tools);
  const decision = decideSend(await readSendFacts(tx, message, way.driver.isReal), now);
  const where = { id: message.id, projectId: message.projectId };
  switch (decision.kind) {
    case "nothing":
      return sendReport(messageId, "nothing to do", { detail: decision.why });
    case "wait":
      return sendReport(messageId, "waiting", { wakeAt: decision.until, now });
    case "cancel":
      await changeMessage(tx, where, () => canceled(), decision.reason);
      return sendReport(messageId, "canceled", { detail: decision.reason });
    case "skip": {
      const { code, message: sentence } = decision.failure;
      await changeMessage(tx, where, () => ({
        status: "skipped",
        failureCode: code,
        failureMessage: sentence,
      }));
      return sendReport(messageId, "skipped", { detail: code });
    }
    case "fail": {
      const { code, message: sentence } = decision.failure;
      await changeMessage(tx, where, () => ({
        status: "failed",
        failedAt: now,
        failureCode: code,
        failureMessage: sentence,
      }));
      return sendReport(messageId, "failed", { detail: code });
    }
    case "move":
      await changeMessage(tx, where, () => ({ scheduledAt: decision.to, dueAt: decision.to }));
      return sendReport(messageId, "moved out of quiet hours", { wakeAt: decision.to, now });
    case "send":
      return lease(tx, message, way, { now, endsAt: new Date(now.getTime() + tools.leaseMs) });
  }
}

async function lease(
  tx: Tx,
  message: MessageToSend,
  { driver, send }: ReturnType<typeof handover>,
  { now, endsAt }: { now: Date; endsAt: Date },
): Promise<SendLease> {
  const { id, projectId } = message;
  const token = randomUUID();
  await changeMessage(tx, { id, projectId }, () => ({
    status: "sending",
    sendToken: token,
    dueAt: endsAt,
    to: message.to,
  }));
  if (driver.isReal) {
    await tx.ratingLink.updateMany({ where: { messageId: id, projectId }, data: { leftAt: now } });
  }
  const { name: provider, isReal } = driver;
  return { id, projectId, token, endsAt, provider, isReal, from: presentSender(message), send };
}

/** Demo messages stay here whatever the drivers: their customers are made up. */
function handover(message: MessageToSend, tools: SendTools) {
  const { email, sms } = message.isDemo ? { email: outboxDriver, sms: outboxDriver } : tools.drivers();
  if (message.channel === "email") {
    const outgoing = outgoingEmail(message);
    return { driver: email, send: () => email.send(outgoing) };
  }
  const outgoing = outgoingSms(message);
  return { driver: sms, send: () => sms.send(outgoing) };
}
