import { randomUUID } from "node:crypto";
import { db } from "@/lib/db/client";
import type { SystemMail } from "@/lib/db/generated/client";
import { UNKNOWN_AFTER_CRASH } from "@/lib/messages/message-state";
import type { SendOutcome } from "@/lib/messages/send-outcome";
import { SEND_TOOLS, type SendTools } from "@/lib/messages/sending/send-tools";
import { senderMailbox } from "@/lib/messages/sending/sender-address";

const AT_ONCE = 50;
/** Older news is no news: what could not be sent within a day, or was written before there was a mail server, stays here. */
const AGE_MS_MAX = 86_400_000;

const SENDER = { projectName: "Starwire", senderName: "" };

/**
 * Sends the mails that Starwire wrote for its own people, where a real driver sends e-mail. Each at most once, as with
 * messages: a lease, and nothing again of which nobody knows whether it was sent.
 */
export async function sendSystemMails(
  tools: SendTools = SEND_TOOLS,
): Promise<{ sent: number; failed: number; later: number }> {
  const counts = { sent: 0, failed: 0, later: 0 };
  const driver = tools.drivers().email;
  if (!driver.isReal) return counts;
  const now = tools.now();
  const dead = await db.systemMail.updateMany({
    where: { sentAt: null, failure: null, sendToken: { not: null }, dueAt: { lte: now } },
    data: { failure: UNKNOWN_AFTER_CRASH },
  });
  counts.failed += dead.count;
  const due = await db.systemMail.findMany({
    where: { ...isDue(now), createdAt: { gt: new Date(now.getTime() - AGE_MS_MAX) } },
    orderBy: { createdAt: "asc" },
    take: AT_ONCE,
  });
  for (const mail of due) {
    const sendToken = randomUUID();
    const { count } = await db.systemMail.updateMany({
      where: { id: mail.id, ...isDue(now) },
      data: { sendToken, dueAt: new Date(tools.now().getTime() + tools.leaseMs) },
    });
    if (count === 0) continue;
    const { id, subject, text, html, to } = mail;
    const address = { name: "", address: to };
    const outcome = await driver.send({
      id,
      from: senderMailbox(SENDER),
      to: address,
      subject,
      text,
      html,
      headers: {},
    });
    const data = outcomeOf(mail, outcome, tools);
    await db.systemMail.updateMany({ where: { id, sendToken }, data: { sendToken: null, ...data } });
    counts[data.sentAt ? "sent" : data.failure ? "failed" : "later"] += 1;
  }
  return counts;
}

function isDue(now: Date) {
  return { sentAt: null, failure: null, sendToken: null, dueAt: { lte: now } };
}

function outcomeOf(
  mail: SystemMail,
  outcome: SendOutcome,
  tools: SendTools,
): { sentAt?: Date; failure?: string; attempts?: number; dueAt?: Date } {
  const now = tools.now();
  if (outcome.kind === "accepted") return { sentAt: now };
  const delayMs = tools.retryDelaysMs[mail.attempts];
  if (outcome.kind !== "temporary" || delayMs === undefined) return { failure: outcome.failure.code };
  return { attempts: mail.attempts + 1, dueAt: new Date(now.getTime() + delayMs) };
}
